import type { SilhouetteSample } from './silhouette-sample';

/** The silhouette of every scored row, sorted by cluster and within a cluster by row. */
export interface RowSilhouettes {
  /** The row of the matrix. */
  readonly rows: Uint32Array;
  /** Where each cluster ends. */
  readonly ends: Int32Array;
  /** Its silhouette, −1 … 1. */
  readonly values: Float64Array;
  /** The other cluster that it is nearest to, by mean distance. */
  readonly neighbors: Int32Array;
}

/** Sums looked at between two pauses. */
const BLOCK_SUMS = 1_000_000;

/**
 * The silhouette of each row from its summed distances to each cluster, group-major; holds 16 bytes
 * a row more. Pauses between blocks of sums.
 */
export function* silhouetteOfRows(
  sample: SilhouetteSample,
  sums: Float64Array,
): Generator<void, RowSilhouettes, void> {
  const { ends, sizes, rows } = sample;
  const values = new Float64Array(rows.length);
  const neighbors = new Int32Array(rows.length);
  const counts = Array.from(ends, (end, c) => end - (ends[c - 1] ?? 0));
  const block = Math.max(1, Math.floor(BLOCK_SUMS / counts.length));
  for (const [cluster, end] of ends.entries()) {
    for (let row = end - counts[cluster]!; row < end; row++) {
      if (row % block === block - 1) yield;
      let b = Infinity;
      for (let c = 0; c < counts.length; c++) {
        if (c === cluster || counts[c] === 0) continue;
        const distance = sums[c * rows.length + row]! / counts[c]!;
        if (distance >= b) continue;
        b = distance;
        neighbors[row] = c;
      }
      // A row alone in its cluster has nothing to be close to: 0 by definition.
      if (sizes[cluster] === 1) continue;
      const a = sums[cluster * rows.length + row]! / (counts[cluster]! - 1);
      const larger = Math.max(a, b);
      values[row] = larger > 0 ? (b - a) / larger : 0;
    }
  }
  return { rows, ends, values, neighbors };
}
