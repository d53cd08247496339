import { within } from '../../core/shard-work';
import type { Assignment, Shards, ShardWork } from '../../core/shards';

/** Sums and counts of the rows of each cluster. */
export type Sums = Pick<Assignment, 'sums' | 'counts'>;

/**
 * The same with each empty cluster holding one row: that farthest from its own centroid (the next
 * empty cluster the next farthest), which leaves its old cluster. When no row is off its centroid
 * there is nothing to take and the cluster stays empty.
 */
export async function* fillEmpty(
  points: Shards,
  centroids: Float64Array,
  found: Sums,
): ShardWork<Sums> {
  const { columns } = points;
  const [sums, counts] = [found.sums.slice(), found.counts.slice()];
  const empty = [...counts.keys()].filter((cluster) => counts[cluster] === 0);
  if (empty.length === 0) return { sums, counts };
  const far = yield* within(points.farthest(centroids, empty.length), () => 0);
  for (const [i, { label, squaredDistance, values }] of far.entries()) {
    const cluster = empty[i]!;
    if (squaredDistance === 0) continue;
    for (let j = 0; j < columns; j++) {
      sums[label * columns + j]! -= values[j]!;
      sums[cluster * columns + j] = values[j]!;
    }
    counts[label]!--;
    counts[cluster] = 1;
  }
  return { sums, counts };
}

/** Sums over counts; a cluster that has nothing keeps its centroid. */
export function meansOf({ sums, counts }: Sums, centroids: Float64Array): Float64Array {
  const columns = sums.length / counts.length;
  return sums.map((sum, at) => {
    const count = counts[Math.floor(at / columns)]!;
    return count > 0 ? sum / count : centroids[at]!;
  });
}

/** Sum of the squared moves of all centroids. */
export function squaredShift(before: Float64Array, after: Float64Array): number {
  return before.reduce((sum, value, at) => sum + (after[at]! - value) * (after[at]! - value), 0);
}
