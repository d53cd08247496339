import type { Bench, CommandOf } from './shard-bench';
import { labelBuffer } from './shard-labels';
import type { Tracking } from './shard-tracking';

/** A difference of sums below this share of the inertia about one point says too little. */
const SURE = 1e-4;

/** The inertia of the labels in force, added row by row. */
export function inertia(bench: Bench, command: CommandOf<'inertia'>): number {
  return inertiaOf(bench, command.centroids, labelBuffer(bench, command.current));
}

/** Adds it up row by row, by the labels that lie at `labels`. */
export function inertiaOf(bench: Bench, centroids: Float64Array, labels: number): number {
  const { kernels, memory } = bench;
  const at = memory.kept('centroids', centroids.byteLength);
  bench.f64(at, centroids.length).set(centroids);
  return kernels.inertiaByLabel(memory.points, at, labels, 0, memory.rows, memory.columns);
}

/**
 * The inertia without looking at rows: that about one point, less what the centroids explain. 0
 * when it is not known, or so small that the difference says too little.
 */
export function inertiaFromSums(
  { centroids, reference }: Tracking,
  sums: Float64Array,
  counts: Int32Array,
): number {
  if (!reference) return 0;
  const columns = reference.point.length;
  let explained = 0;
  counts.forEach((count, c) => {
    for (let j = 0; j < columns; j++) {
      const origin = reference.point[j]!;
      const offset = centroids[c * columns + j]! - origin;
      const sum = sums[c * columns + j]! - count * origin;
      explained += offset * (2 * sum - count * offset);
    }
  });
  const inertia = reference.inertia - explained;
  return inertia > SURE * reference.inertia ? inertia : 0;
}
