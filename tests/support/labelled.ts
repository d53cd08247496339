import type { ClusteringValue } from '../../src/core/values';

/** A clustering that is nothing but its labels (0 … clusters − 1, −1 for noise), for what reads no centroids. */
export function clusteringWith(labels: readonly number[]): ClusteringValue {
  const clusters = Math.max(-1, ...labels) + 1;
  return {
    kind: 'clustering',
    labels: Int32Array.from(labels),
    clusters,
    sizes: Array.from({ length: clusters }, (_, c) => labels.filter((label) => label === c).length),
    centroids: new Float64Array(clusters),
    columns: 1,
    inertia: 0,
    iterations: 1,
    isConverged: true,
    rowIndex: null,
    tableRows: labels.length,
  };
}
