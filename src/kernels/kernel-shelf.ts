import type { Kernels } from './kernels';
import { createWasmKernels, type KernelModule } from './wasm';

/** Memory that was given back is kept for whoever comes next, up to so much in all. */
const KEPT_BYTES = 2 ** 27;

/** Lends kernels whose memory is empty and the borrower's alone. */
export interface KernelShelf {
  readonly borrow: () => Kernels;
  /** To be called once; using them afterwards is a bug. */
  readonly giveBack: (kernels: Kernels) => void;
}

/**
 * Lends the same kernels again and again. A browser sets gigabytes of addresses aside for every
 * memory, however small, and has them for about a hundred memories in all threads of a tab
 * together; those of a memory that is only forgotten come back when its own thread happens to
 * collect garbage. A thread that needs a memory meanwhile is told that there is none.
 */
export function createKernelShelf(module: KernelModule): KernelShelf {
  const kept: Kernels[] = [];
  const bytesOf = ({ memory }: Kernels): number => memory.buffer.byteLength;
  return {
    borrow() {
      const kernels = kept.pop();
      kernels?.reset();
      return kernels ?? createWasmKernels(module);
    },
    giveBack(kernels) {
      const bytes = kept.reduce((sum, other) => sum + bytesOf(other), bytesOf(kernels));
      if (bytes <= KEPT_BYTES) kept.push(kernels);
    },
  };
}
