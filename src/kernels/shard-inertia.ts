import type { Bench, CommandOf } from './shard-bench';
import { labelBuffer } from './shard-labels';
import type { Moments } from './shard-moments';

/** A difference of sums below this share of the inertia about the mean says too little. */
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
 * The inertia without looking at rows: that about their mean, less what the centroids explain;
 * nothing when it is so small that the difference says too little.
 */
export function inertiaFromSums(
  { mean, inertia: total }: Moments,
  found: {
    readonly centroids: Float64Array;
    readonly sums: Float64Array;
    readonly counts: Int32Array;
  },
): number | undefined {
  const { centroids, sums, counts } = found;
  const columns = mean.length;
  let explained = 0;
  for (let c = 0; c < counts.length; c++) {
    const count = counts[c]!;
    for (let j = 0; j < columns; j++) {
      const offset = centroids[c * columns + j]! - mean[j]!;
      const sum = sums[c * columns + j]! - count * mean[j]!;
      explained += offset * (2 * sum - count * offset);
    }
  }
  const inertia = total - explained;
  return inertia > SURE * total ? inertia : undefined;
}
