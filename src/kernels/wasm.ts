import { instantiateSync } from '@assemblyscript/loader';
import type { TreeKernels } from './neighbor-tree';
import type { TextKernels } from './text-kernels';

/** The compiled module, which threads can be given, or its bytes. */
export type KernelModule = Parameters<typeof instantiateSync>[0];

/**
 * The kernels as compiled code, with a memory of their own (at most 4 GB) that is freed with the
 * last reference to it. Compile the bytes once and hand the module to every thread.
 */
export function createWasmKernels(module: KernelModule): TreeKernels & TextKernels {
  // The module exports exactly the kernels of assembly/index.ts; kernels.test.ts holds it to that.
  const exports = instantiateSync(module).exports as unknown as TreeKernels & TextKernels;
  // Wasm returns offsets as signed: beyond 2 GB they would be negative.
  return { ...exports, reserve: (bytes) => exports.reserve(bytes) >>> 0 };
}
