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
  const { mean, inertia } = yield* points.moments();
  return { mean, inertia, meanVariance: inertia / points.rows / points.columns };
}
