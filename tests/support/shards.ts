import { readFileSync } from 'node:fs';
import type { Matrix } from '../../src/core/matrix';
import type { Shards } from '../../src/core/shards';
import { createLocalShards } from '../../src/kernels/local-shards';
import { createWasmKernels } from '../../src/kernels/wasm';

let release: WebAssembly.Module | undefined;

/** The release module of the kernels, compiled once. */
export function kernelModule(): WebAssembly.Module {
  release ??= new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  return release;
}

/** Shards in this thread on the release kernels. */
export function shardsOf(matrix: Matrix): Shards {
  return createLocalShards(matrix, createWasmKernels(kernelModule()));
}
