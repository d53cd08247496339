import type { GroupKernels } from './group-kernels';
import type { KMeansKernels } from './kmeans-kernels';
import type { MeasureKernels } from './measure-kernels';
import type { MedianKernels } from './median-kernels';
import type { PackKernels } from './pack-kernels';
import type { SeedKernels } from './seed-kernels';

/**
 * The instruction set of the hot loops. Arguments are byte offsets into `memory`, counts and
 * numbers, in the order inputs, outputs, range, sizes; rows are a half-open range [from, to), so
 * that the caller may stop between blocks. Points are row-major f32 and finite; labels i32 with −1
 * for noise; all else f64. "Packed" points lie four abreast, see `packing.ts`.
 */
export interface Kernels
  extends GroupKernels, KMeansKernels, MeasureKernels, MedianKernels, PackKernels, SeedKernels {
  /** Its `buffer` is replaced whenever memory grows: create views after the last `reserve`. */
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** Sets bytes aside, all zero, and returns their offset, a multiple of 64; 0 when there is no room. */
  readonly reserve: (bytes: number) => number;
  /** Forgets everything set aside. */
  readonly reset: () => void;
}
