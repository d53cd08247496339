import { defineClustering, type ClusteringFit, type ClusteringTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow } from '../../core/shard-work';
import type { Shards } from '../../core/shards';
import { bestOfRestarts } from '../parts/restarts';
import { totalsOf } from '../parts/totals';
import { definition } from './definition';
import { runMiniBatch } from './run';

export type MiniBatchParams = ParamsOf<typeof definition.params>;

/**
 * Mini-batch K-means (Sculley, 2010) to scikit-learn's definitions: centroids learn from batches of
 * rows drawn with replacement, until the smoothed inertia of the batches has not improved for
 * `patience` of them, or after `maxPasses` times as many rows as there are; then every row is
 * labelled by its nearest centroid. Starts come from three batches of rows. Of the restarts the one
 * with least inertia over all rows is kept. Gives fewer clusters when there are fewer distinct
 * rows. Costs batch × columns × clusters a step, and one pass over the rows a restart. Throws
 * `too-few-rows` without rows.
 */
export async function* fitMiniBatch(
  points: Shards,
  params: MiniBatchParams,
  tools: ClusteringTools,
): Job<ClusteringFit, ClusteringFit> {
  if (points.rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const total = params.restarts;
  const starting = (): Progress<ClusteringFit> => ({ done: 0, total, phase: 'starting' });
  const totals = yield* follow(totalsOf(points), starting);
  return yield* bestOfRestarts(points, {
    count: params.restarts,
    seed: tools.seed,
    stream: 'minibatch',
    totalCost: totals.inertia,
    run: (random) => runMiniBatch({ points, params, tools, random }),
  });
}

export default defineClustering(definition, fitMiniBatch);
