/**
 * The Davies–Bouldin index (Davies and Bouldin, 1979): the mean over clusters of the worst
 * (s_i + s_j) / d_ij, where s is the mean distance of a cluster's rows to its mean and d the
 * distance between two means. Means that coincide are left out of the worst; 0 when nothing
 * spreads. As scikit-learn's `davies_bouldin_score`, which takes anything below 1e-8 for zero; here
 * only zero is zero, so that the index does not depend on the unit. Pauses after each cluster.
 */
export function* daviesBouldin(clusters: {
  /** Row-major clusters × columns. */
  readonly means: Float64Array;
  readonly counts: Int32Array;
  /** Distances of the rows of each cluster to its mean, summed. */
  readonly distances: Float64Array;
}): Generator<void, number, void> {
  const { means, counts, distances } = clusters;
  const k = counts.length;
  const columns = means.length / k;
  const meanOf = (c: number): Float64Array => means.subarray(c * columns, (c + 1) * columns);
  const spreads = distances.map((sum, c) => sum / counts[c]!);
  let total = 0;
  for (let i = 0; i < k; i++) {
    let worst = 0;
    for (let j = 0; j < k; j++) {
      const apart = i === j ? 0 : distanceBetween(meanOf(i), meanOf(j));
      if (apart > 0) worst = Math.max(worst, (spreads[i]! + spreads[j]!) / apart);
    }
    total += worst;
    yield;
  }
  return total / k;
}

/** Euclidean distance between two points. */
export function distanceBetween(point: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < point.length; j++) sum += (point[j]! - other[j]!) ** 2;
  return Math.sqrt(sum);
}
