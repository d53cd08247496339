import type { KMeansParams } from '../../algorithms/kmeans/fit';
import { sweepKMeans } from '../../algorithms/kmeans/sweep';
import type { ClusteringFit } from '../../core/algorithm';
import type { Job } from '../../core/job';
import type { Shards } from '../../core/shards';

export interface RangeOptions {
  readonly from: number;
  readonly to: number;
  readonly restarts: number;
  readonly seed: number;
}

/**
 * The same effort for data, reference sets and bootstrap samples, or their comparison would show
 * how hard was tried. The cluster cell may find a little less inertia: it refines, to the end.
 */
const EFFORT: Omit<KMeansParams, 'clusters' | 'restarts'> = {
  start: 'k-means++',
  refine: false,
  earlyStop: false,
  maxIterations: 100,
  tolerance: 1e-4,
};

/** K-means for each k of a range on data loaded once, the fewest first. */
export function fitRange(
  points: Shards,
  { from, to, restarts, seed }: RangeOptions,
): Job<readonly ClusteringFit[], readonly ClusteringFit[]> {
  return sweepKMeans(points, { ...EFFORT, from, to, restarts }, { seed });
}
