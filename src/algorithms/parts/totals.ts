import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';

/** What a single cluster over all rows comes to. */
export interface Totals {
  readonly mean: Float64Array;
  /** Sum of the squared distances of all rows to their mean. */
  readonly inertia: number;
  /** Variance of a column, on average. */
  readonly meanVariance: number;
}

/** Two passes over all rows, of which there is at least one. */
export async function* totalsOf(points: Shards): ShardWork<Totals> {
  const { rows, columns } = points;
  const { sums } = yield* within(points.assign(new Float64Array(columns)), (share) => share / 2);
  const mean = sums.map((sum) => sum / rows);
  const { inertia } = yield* within(points.assign(mean), (share) => 0.5 + share / 2);
  return { mean, inertia, meanVariance: inertia / rows / columns };
}
