import { defineClustering, type ClusteringFit, type FitTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { bestOfRestarts } from '../parts/restarts';
import { runLloyd } from '../parts/run-lloyd';
import { chooseStarts } from '../parts/starts';
import { totalsOf } from '../parts/totals';
import { definition } from './definition';
import { limitsOf } from './limits';
import { balance } from './balance';

export type BalancedParams = ParamsOf<typeof definition.params>;

export interface BalancedTools extends FitTools {
  /** Row-major starts to use instead of chosen ones; there is one restart then. */
  readonly starts?: Float64Array;
}

/** The part of the progress that K-means counts for. */
const FREE_SHARE = 0.5;

/**
 * K-means whose clusters keep limits of size. First K-means without limits, the best of `restarts`;
 * where its sizes keep the limits that is the answer. Else rounds of assigning rows within the
 * limits (see `findPrices`, `assignWithin`, `exchange`) and moving centroids to the means of their
 * rows, while the inertia falls. A heuristic: limits hold to the row, and the assignment of few rows
 * is the best for its centroids, but nobody knows the best centroids. Every cluster
 * has rows; fewer clusters than asked for come of fewer distinct rows where the limits allow it.
 * Holds rows × clusters distances. Throws `too-few-rows` without rows and `sizes-impossible` when no
 * sizes within the limits add up to the rows.
 */
export async function* fitBalanced(
  points: Shards,
  params: BalancedParams,
  tools: BalancedTools,
): Job<ClusteringFit, ClusteringFit> {
  if (points.rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const limits = limitsOf(points.rows, params);
  const starting = (): Progress<ClusteringFit> => ({ done: 0, total: 1, phase: 'starting' });
  const totals = yield* follow(totalsOf(points), starting);
  const { maxIterations } = params;
  const rule = { maxIterations, tolerance: params.tolerance * totals.meanVariance };
  const { starts } = tools;
  const restarts = bestOfRestarts(points, {
    count: starts ? 1 : params.restarts,
    seed: tools.seed,
    // The numbers that K-means draws: without limits in the way, the answer is the same.
    stream: 'kmeans',
    totalCost: totals.inertia,
    run: (random) =>
      runLloyd(
        {
          points,
          rule,
          starts: () => (starts ? given(starts) : chooseStarts(points, params, random)),
        },
        random,
      ),
  });
  const free = yield* unlimited(restarts);
  const sizes = sizesOf(free);
  const isWithin = sizes.every((size) => size >= limits.least && size <= limits.most);
  if (isWithin) return { ...free, unlimitedInertia: free.inertia };
  return yield* balance({ points, free, sizes, limits, rule }, FREE_SHARE);
}

// A start that is given takes no work.
// eslint-disable-next-line require-yield
async function* given(starts: Float64Array): ShardWork<Float64Array> {
  return starts;
}

function sizesOf({ labels, clusters }: ClusteringFit): readonly number[] {
  const sizes = new Array<number>(clusters).fill(0);
  for (const label of labels) sizes[label]!++;
  return sizes;
}

/** K-means as the first part of the job; stopped there, the limits need not hold. */
async function* unlimited(
  free: Job<ClusteringFit, ClusteringFit>,
): Job<ClusteringFit, ClusteringFit> {
  try {
    for (;;) {
      const step = await free.next();
      if (step.done) return step.value;
      const { partial, done, total, ...progress } = step.value;
      yield {
        ...progress,
        done: (FREE_SHARE * done) / total,
        total: 1,
        ...(partial ? { partial: async () => ({ ...(await partial()), isConverged: false }) } : {}),
      };
    }
  } finally {
    // The value is not used: the job was abandoned, or it has ended.
    await free.return(undefined as never);
  }
}

export default defineClustering(definition, fitBalanced);
