import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matrix } from '../../src/core/matrix';
import { createLocalShards } from '../../src/kernels/local-shards';
import { createWasmKernels } from '../../src/kernels/wasm';
import type { StoredArray, Told } from './participants/participant';
import { visit } from './run-ours';
import type { BenchCase, Work } from './work';

/** Makes the arrays of a case and lays them where everybody can read them. */
export async function prepare(work: Work, asked: BenchCase, folder: string): Promise<Told> {
  const module = new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  const ground = {
    module,
    createShards: async (matrix: Matrix) => createLocalShards(matrix, createWasmKernels(module)),
  };
  const given = await visit(ground, {}, async (place) => work.prepare(asked, place));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const arrays = Object.entries(given).map(([name, values]): StoredArray => {
    const path = join(folder, `${name}.bin`);
    writeFileSync(path, values);
    // One of the three that `Given` allows.
    return { name, type: values.constructor.name as StoredArray['type'], path };
  });
  return { work: work.name, asked, arrays };
}
