import type { ClusteringFit, FitTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { Random } from '../../core/random';
import type { Shards } from '../../core/shards';
import { fitKMeans, type KMeansParams } from './fit';
import { createSharedStarts } from './sweep-starts';

/** The parameters of every fit, and which whole numbers of clusters: both ends included. */
export interface SweepParams extends Omit<KMeansParams, 'clusters'> {
  readonly from: number;
  readonly to: number;
}

/**
 * Fits K-means for every number of clusters of a range on data loaded once, fewest first. Each fit is
 * the one that `fitKMeans` gives for that number with the same parameters and seed, to the last bit.
 * Stopped early, it gives the fits that were finished. Facts of the progress are those of the fit
 * under way and its number of `clusters`. Costs and throws what the fits do; an empty range is no fit.
 */
export async function* sweepKMeans(
  points: Shards,
  { from, to, ...params }: SweepParams,
  tools: FitTools,
): Job<readonly ClusteringFit[], readonly ClusteringFit[]> {
  const fits: ClusteringFit[] = [];
  const shared = createSharedStarts(points, { start: params.start, most: to });
  for (let clusters = from; clusters <= to; clusters++) {
    const startsOf = (restart: number, random: Random) => shared(clusters, restart, random);
    const fit = fitKMeans(points, { ...params, clusters }, { ...tools, startsOf });
    fits.push(yield* asPart(fit, { from, to }, fits));
  }
  return fits;
}

/** The progress of the next fit as that of the sweep: a fit takes time as it has clusters. */
async function* asPart(
  fit: Job<ClusteringFit, ClusteringFit>,
  { from, to }: Pick<SweepParams, 'from' | 'to'>,
  finished: readonly ClusteringFit[],
): Job<ClusteringFit, readonly ClusteringFit[]> {
  const clusters = from + finished.length;
  const total = sumBetween(from, to);
  const before = sumBetween(from, clusters - 1);
  const partial = finished.length > 0 ? { partial: () => finished.slice() } : {};
  let isFinished = false;
  try {
    for (;;) {
      const step = await fit.next();
      if (step.done) {
        isFinished = true;
        return step.value;
      }
      const { done, total: whole, phase = 'iterating', facts } = step.value;
      const progress: Progress<readonly ClusteringFit[]> = {
        done: before + (clusters * done) / whole,
        total,
        phase,
        facts: { ...facts, clusters },
        ...partial,
      };
      yield progress;
    }
  } finally {
    // The value is not used: the sweep was abandoned.
    if (!isFinished) await fit.return(undefined as never);
  }
}

function sumBetween(from: number, to: number): number {
  return ((from + to) * (to - from + 1)) / 2;
}
