import type { EngineParts } from '../engine/inline-engine';
import { computes } from '../cells/computes';
import { createKernelShelf } from '../kernels/kernel-shelf';
import { borrowLocalShards } from '../kernels/local-shards';
import { createPacker } from '../kernels/pack';
import { createWasmKernels } from '../kernels/wasm';
import { proposeNotebook } from '../proposal/propose';
import { createLocalQuery } from '../engine/sql/local-query';
import { openNodeDatabase } from '../engine/sql/open-node';
import { createFileReader } from '../engine/read-file';

/** Node may keep more than a tab. */
const CACHE_BYTES = 2 ** 30;

/** The engine's parts without workers: reading and kernels in the calling thread. */
export function nodeParts(wasm: ArrayBuffer): EngineParts {
  const module = new WebAssembly.Module(wasm);
  const shelf = createKernelShelf(module);
  return {
    computes,
    createShards: async (matrix) => borrowLocalShards(matrix, shelf),
    packer: createPacker(createWasmKernels(module)),
    query: createLocalQuery(() => openNodeDatabase()),
    readFile: createFileReader(module),
    propose: proposeNotebook,
    cacheBytes: CACHE_BYTES,
  };
}
