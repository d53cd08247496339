/**
 * The Calinski–Harabasz index [B / (k − 1)] / [W / (n − k)] (Calinski and Harabasz, 1974): spread
 * between the clusters' means over spread within, each by its degrees of freedom; 1 when nothing
 * spreads within. As scikit-learn's `calinski_harabasz_score`.
 */
export function calinskiHarabasz(clusters: {
  /** Row-major clusters × columns. */
  readonly means: Float64Array;
  readonly counts: Int32Array;
  /** Squared distances of the rows of each cluster to its mean, summed. */
  readonly squared: Float64Array;
}): number {
  const { means, counts, squared } = clusters;
  const k = counts.length;
  const columns = means.length / k;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const within = squared.reduce((sum, part) => sum + part, 0);
  if (within === 0) return 1;
  let between = 0;
  for (let j = 0; j < columns; j++) {
    let mean = 0;
    for (let c = 0; c < k; c++) mean += (counts[c]! / rows) * means[c * columns + j]!;
    for (let c = 0; c < k; c++) between += counts[c]! * (means[c * columns + j]! - mean) ** 2;
  }
  return (between * (rows - k)) / (within * (k - 1));
}
