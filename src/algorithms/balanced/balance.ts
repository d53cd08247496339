import type { ClusteringFit } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import { follow, within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import type { StopRule } from '../parts/lloyd';
import { meansOf, squaredShift } from '../parts/means';
import { exchange } from './exchange';
import type { Limits } from './limits';
import { findPrices } from './market';
import { assignWithin } from './repair';

export interface Balance {
  readonly points: Shards;
  /** K-means without limits. */
  readonly free: ClusteringFit;
  readonly sizes: readonly number[];
  readonly limits: Limits;
  readonly rule: StopRule;
}

/** The best that keeps the limits so far. */
interface Kept {
  readonly labels: Int32Array;
  readonly centroids: Float64Array;
  readonly inertia: number;
}

/** Nobody knows how many rounds it takes: after this many it counts as half done. */
const USUAL_ROUNDS = 6;

/**
 * Rounds of assigning rows within the limits and moving centroids to the means, until the inertia
 * does not fall, or the squared moves of the centroids sum to at most the tolerance.
 */
export async function* balance(
  given: Balance,
  doneBefore: number,
): Job<ClusteringFit, ClusteringFit> {
  const { points, free, rule } = given;
  let centroids = paddedCentroids(given);
  const prices = new Float64Array(centroids.length / points.columns);
  const falls: number[] = [];
  let kept: Kept | undefined;
  let isConverged = false;
  while (!isConverged && falls.length < rule.maxIterations) {
    const [round, best] = [falls.length, kept];
    const report = (share: number): Progress<ClusteringFit> => ({
      done: doneBefore + (1 - doneBefore) * ((round + share) / (round + share + USUAL_ROUNDS)),
      total: 1,
      phase: 'iterating',
      facts: { iteration: free.iterations + round + 1, inertia: (best ?? free).inertia },
      partial: () =>
        resultOf(given, { kept: best, falls: falls.slice(0, round), isConverged: false }),
    });
    const next = yield* follow(
      oneRound(given, { centroids, prices, isFirst: round === 0 }),
      report,
    );
    isConverged = (kept && next.inertia >= kept.inertia) || false;
    isConverged ||= squaredShift(centroids, next.centroids) <= rule.tolerance;
    if (!kept || next.inertia < kept.inertia) {
      kept = next;
      falls.push(next.inertia);
    }
    centroids = next.centroids;
  }
  return resultOf(given, { kept, falls, isConverged });
}

/**
 * A centroid for each cluster that there has to be: where there are fewer distinct rows than clusters
 * and the largest size asks for more, centroids are there twice, and equal rows are divided.
 */
function paddedCentroids({ points, free, sizes, limits }: Balance): Float64Array {
  const { columns, rows } = points;
  const needed = Math.max(free.clusters, Math.ceil(rows / limits.most));
  const padded = new Float64Array(needed * columns);
  padded.set(free.centroids);
  const bySize = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  for (let c = free.clusters; c < needed; c++) {
    const twin = bySize[(c - free.clusters) % bySize.length]!;
    padded.copyWithin(c * columns, twin * columns, (twin + 1) * columns);
  }
  return padded;
}

interface Round {
  readonly centroids: Float64Array;
  readonly prices: Float64Array;
  readonly isFirst: boolean;
}

async function* oneRound(
  { points, limits }: Balance,
  { centroids, prices, isFirst }: Round,
): ShardWork<Kept> {
  const clusters = centroids.length / points.columns;
  const costs = yield* within(points.distancesToAll(centroids), (share) => share / 4);
  const task = { costs, rows: points.rows, clusters, limits };
  yield* steps(findPrices(task, prices, { isFirst }), 0.25);
  const labels = yield* steps(assignWithin(task, prices), 0.5);
  yield* steps(exchange(task, labels), 0.6);
  yield* within(points.label(labels), () => 0.75);
  const sums = yield* within(points.sumByLabel(clusters), () => 0.8);
  const means = meansOf(sums, centroids);
  const inertia = yield* within(points.inertia(means), () => 0.9);
  return { labels, centroids: means, inertia };
}

/** Work in this thread that pauses by itself; between its pauses others get their turn. */
async function* steps<T>(work: Generator<void, T, void>, share: number): ShardWork<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield share;
    await Promise.resolve();
  }
}

interface Ending {
  readonly kept: Kept | undefined;
  /** Inertia after each round that lowered it. */
  readonly falls: readonly number[];
  readonly isConverged: boolean;
}

function resultOf({ free }: Balance, { kept, falls, isConverged }: Ending): ClusteringFit {
  // Nothing keeps the limits yet.
  if (!kept) return { ...free, isConverged: false };
  const columns = free.centroids.length / free.clusters;
  return {
    ...free,
    ...kept,
    clusters: kept.centroids.length / columns,
    iterations: free.iterations + falls.length,
    isConverged: isConverged && free.isConverged,
    // They ended without limits: nothing to compare with.
    restarts: [],
    best: 0,
    trace: [...free.trace, ...falls],
    unlimitedInertia: free.inertia,
  };
}
