import { createRecordReader } from '../kernels/record-reader';
import { createWasmKernels } from '../kernels/wasm';
import type { Job } from '../core/job';
import { readTable } from '../table/read/read-table';
import type { EngineParts } from './inline-engine';
import type { ReadSource } from './run-task';

/** Reads files in the calling thread; with the compiled kernels faster, and the same. */
export function createFileReader(kernels: WebAssembly.Module | null): EngineParts['readFile'] {
  const records = kernels === null ? undefined : createRecordReader(createWasmKernels(kernels));
  return (file, { name, ...options }) =>
    // Reading offers no partial result: half a table would be cut silently.
    readTable({ name, blob: file }, options, { records }) as Job<ReadSource, never>;
}
