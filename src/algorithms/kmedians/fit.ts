import { defineClustering, type ClusteringFit, type FitTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow, within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { bestOfRestarts } from '../parts/restarts';
import { definition } from './definition';
import { runMedians } from './run';

export type KMediansParams = ParamsOf<typeof definition.params>;

export interface KMediansTools extends FitTools {
  /** Row-major starts to use instead of chosen ones; there is one restart then. */
  readonly starts?: Float64Array;
}

/**
 * K-medians (Bradley, Mangasarian and Street, 1997): as K-means, but a row goes to the centre of
 * least absolute differences added over the columns (ties: the lower index), and a centre is the
 * median of its rows, column by column (of an even number the mean of the two middle values). Each
 * of both steps can only lower the sum of all absolute differences, so it ends: when no row moves.
 * Starts are those of K-means. An empty cluster takes the row farthest, in a straight line, from its
 * centre. Gives fewer clusters when there are fewer distinct rows. Costs rows × columns × clusters an
 * iteration and about five passes over the rows. Throws `too-few-rows` without rows.
 */
export async function* fitKMedians(
  points: Shards,
  params: KMediansParams,
  tools: KMediansTools,
): Job<ClusteringFit, ClusteringFit> {
  if (points.rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const count = tools.starts ? 1 : params.restarts;
  const starting = (): Progress<ClusteringFit> => ({ done: 0, total: count, phase: 'starting' });
  const totalCost = yield* follow(costOfOne(points), starting);
  return yield* bestOfRestarts(points, {
    count,
    seed: tools.seed,
    stream: 'kmedians',
    totalCost,
    run: (random) => runMedians({ points, params, starts: tools.starts }, random),
  });
}

/** The sum of absolute differences of all rows from their median. */
async function* costOfOne(points: Shards): ShardWork<number> {
  const anywhere = new Float64Array(points.columns);
  yield* within(points.assignAbsolute(anywhere), (share) => share / 3);
  const median = yield* within(points.medians(Int32Array.of(1)), (share) => (1 + share) / 3);
  const { cost } = yield* within(points.assignAbsolute(median), (share) => (2 + share) / 3);
  return cost;
}

export default defineClustering(definition, fitKMedians);
