import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matrix } from '../../src/core/matrix';
import { createLocalShards } from '../../src/kernels/local-shards';
import { createWasmKernels } from '../../src/kernels/wasm';
import type { StoredArray, Told } from './participants/participant';
import { visit } from './run-ours';
import type { BenchCase, Given, Work } from './work';

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

/** The arrays that `prepare` laid down. */
export function readArrays(arrays: readonly StoredArray[]): Given {
  const types = { Float32Array, Float64Array, Int32Array };
  const entries = arrays.map(({ name, type, path }) => {
    // Small files lie in a pool of Node's, at any offset.
    const bytes = Uint8Array.from(readFileSync(path));
    return [name, new types[type](bytes.buffer)] as const;
  });
  return Object.fromEntries(entries);
}
