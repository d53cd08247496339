import type { KMeansParams } from '../../src/algorithms/kmeans/fit';

/** Parameters of K-means that are enough for small tests. */
export function kMeansParams(clusters: number): KMeansParams {
  return {
    clusters,
    restarts: 5,
    start: 'k-means++',
    refine: false,
    earlyStop: false,
    maxIterations: 100,
    tolerance: 1e-4,
  };
}
