import type { ShardWork, Shards } from '../core/shards';
import { settle } from '../core/shard-work';
import type { Distance } from './passport';

/** Which centroids, how far is measured, and which of equally near ones comes first. */
export interface Centers {
  /** Row-major clusters × columns. */
  readonly centroids: Float64Array;
  readonly distance: Distance;
  /** Every index once. */
  readonly order: readonly number[];
}

/** The label of every row: its nearest centroid, of equally near ones the first in `order`. */
export async function* assignRows(
  shards: Shards,
  { centroids, distance, order }: Centers,
): ShardWork<Int32Array> {
  const { columns } = shards;
  const sorted = new Float64Array(centroids.length);
  order.forEach((index, place) => {
    sorted.set(centroids.subarray(index * columns, (index + 1) * columns), place * columns);
  });
  const work: ShardWork<unknown> =
    distance === 'manhattan' ? shards.assignAbsolute(sorted) : shards.assign(sorted);
  yield* work;
  const places = await settle(shards.labels());
  return places.map((place) => order[place]!);
}
