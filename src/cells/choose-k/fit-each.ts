import { follow } from '../../core/shard-work';
import { paced, stretch, type Job, type Progress } from '../../core/job';
import type { Shards } from '../../core/shards';
import { centroidSilhouette } from '../../metrics/centroid-silhouette';
import { scoreClusterMeasures } from '../../metrics/cluster-measures';
import { scoreSilhouette, type Silhouette } from '../../metrics/silhouette';
import type { ClusteringFit } from '../../core/algorithm';
import type { Effort } from './compare';
import { fitRange } from './fit-range';
import type { Fitted, Study } from './study';

/** Pairs of more rows than this are too many: the silhouette draws rows by segment then. */
const SILHOUETTE_ROWS = 10_000;
/** The part of the work on one k that its fit is; the rest is scoring it. */
const FIT_SHARE = 0.6;

/**
 * Fits and scores every k of the range on the sample, and the inertia of one cluster; ends early
 * when there are fewer different rows than k, and before every row is a segment of its own.
 */
export async function* fitEach(study: Study, effort: Effort): Job<void, never> {
  const { sample, from } = study;
  const to = Math.min(study.to, sample.rows - 1);
  const shards = await effort.tools.createShards(sample);
  try {
    study.totalInertia = yield* totalInertiaOf(shards);
    if (study.totalInertia === 0) return;
    for (let clusters = from; clusters <= to; clusters++) {
      const [begin, end] = [shareBelow(clusters, from, to), shareBelow(clusters + 1, from, to)];
      const middle = begin + FIT_SHARE * (end - begin);
      const range = { from: clusters, to: clusters, restarts: effort.restarts };
      const fitting = fitRange(shards, { ...range, seed: effort.tools.seed });
      const [fit] = yield* at(stretch(fitting, begin, middle), clusters);
      if (!fit || fit.clusters < clusters) return;
      const scoring = scoreFit(study, fit, { shards, effort });
      study.fitted.push(yield* at(stretch(scoring, middle, end), clusters));
    }
  } finally {
    shards.release();
  }
}

async function* totalInertiaOf(points: Shards): Job<number, never> {
  const report = (): Progress<never> => ({ done: 0, total: 1, phase: 'starting' });
  const { sums } = yield* follow(points.assign(new Float64Array(points.columns)), report);
  const mean = sums.map((sum) => sum / points.rows);
  yield* follow(points.assign(mean), report);
  // Row by row: equal rows then have nothing between them, not even rounding.
  return yield* follow(points.inertia(mean), report);
}

/** A fit takes time as it has clusters, and scoring it with the rows: about halves. */
function shareBelow(clusters: number, from: number, to: number): number {
  const below = (end: number) => ((end - from) * (end + from + 11)) / 2;
  return below(clusters) / below(to + 1);
}

/** The same progress with the k under way. */
async function* at<T>(job: Job<T>, clusters: number): Job<T, never> {
  let isFinished = false;
  try {
    for (;;) {
      const step = await job.next();
      if (step.done) {
        isFinished = true;
        return step.value;
      }
      const { done, total } = step.value;
      yield { done, total, phase: 'candidate', facts: { clusters } };
    }
  } finally {
    if (!isFinished) await job.return(undefined as never);
  }
}

async function* scoreFit(
  { rows, sample }: Study,
  fit: ClusteringFit,
  { shards, effort }: { readonly shards: Shards; readonly effort: Effort },
): Job<Fitted, never> {
  const { clusters, labels, centroids } = fit;
  const { createShards, seed } = effort.tools;
  const measures = yield* stretch(scoreClusterMeasures(shards, labels, centroids), 0, 0.1);
  const options = { clusters, sampleRows: SILHOUETTE_ROWS, seed, createShards };
  const found = yield* stretch(scoreSilhouette(sample, labels, options), 0.1, 0.9);
  const { calinskiHarabasz, daviesBouldin } = measures;
  return {
    fit,
    measured: {
      silhouette: found?.mean ?? null,
      silhouetteError: found ? errorOf(found, { rows, sampled: sample.rows }) : 0,
      calinskiHarabasz,
      daviesBouldin,
    },
    centroidSilhouette: yield* paced(centroidSilhouette(sample, centroids), {
      done: 0.9,
      total: 1,
    }),
  };
}

/**
 * Standard error of a mean silhouette for all rows: that of drawing the sample, from the variance
 * of the values in their bins, and that of scoring a part of it.
 */
function errorOf(
  { mean, error, clusters }: Silhouette,
  { rows, sampled }: { readonly rows: number; readonly sampled: number },
): number {
  const counts = clusters.map(({ histogram }) => histogram.reduce((sum, count) => sum + count, 0));
  const variance = clusters.reduce((sum, { size, histogram }, c) => {
    const squares = histogram.reduce((all, count, bin) => {
      const middle = (2 * (bin + 0.5)) / histogram.length - 1;
      return all + count * (middle - mean) ** 2;
    }, 0);
    return counts[c]! > 0 ? sum + (size / sampled) * (squares / counts[c]!) : sum;
  }, 0);
  const drawing = (variance / sampled) * (1 - sampled / rows);
  return Math.sqrt(drawing + error ** 2);
}
