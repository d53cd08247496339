import { fitKMeans, type KMeansParams } from '../../algorithms/kmeans/fit';
import type { ClusteringFit } from '../../core/algorithm';
import { stretch, type Job } from '../../core/job';
import type { Shards } from '../../core/shards';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface RangeOptions extends Range {
  readonly restarts: number;
  readonly seed: number;
}

/** Enough for a comparison; the cluster cell settles to the end. */
const MOST_ITERATIONS = 100;

/**
 * K-means for each k of a range, the smallest first; ends early when the rows have fewer
 * different values than k. `onFit` hears of each k as it is done.
 */
export async function* fitRange(
  points: Shards,
  { from, to, restarts, seed }: RangeOptions,
  onFit?: (fit: ClusteringFit) => void,
): Job<ClusteringFit[], never> {
  const fits: ClusteringFit[] = [];
  for (let clusters = from; clusters <= to; clusters++) {
    const params: KMeansParams = {
      clusters,
      restarts,
      start: 'k-means++',
      refine: false,
      maxIterations: MOST_ITERATIONS,
      tolerance: 1e-4,
    };
    const [begin, end] = [costBelow(from, clusters), costBelow(from, clusters + 1)];
    const whole = costBelow(from, to + 1);
    const fit = yield* stretch(fitKMeans(points, params, { seed }), begin / whole, end / whole);
    if (fit.clusters < clusters) break;
    fits.push(fit);
    onFit?.(fit);
  }
  return fits;
}

/** What the ks before this one cost, in clusters: an iteration takes as long as there are. */
function costBelow(from: number, clusters: number): number {
  return ((clusters - from) * (clusters + from + 3)) / 2;
}
