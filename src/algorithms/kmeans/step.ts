import { within } from '../../core/shard-work';
import type { Assignment, Shards, ShardWork } from '../../core/shards';

/**
 * The centroids of an assignment: the mean of each cluster's rows. An empty cluster has no mean;
 * left alone its centroid would attract nothing forever. As in scikit-learn it takes over the row
 * farthest from its own centroid (the next empty cluster the next farthest), which leaves its old
 * cluster. When no row is off its centroid there is nothing to take and the cluster stays empty.
 */
export async function* nextCentroids(
  points: Shards,
  centroids: Float64Array,
  assignment: Assignment,
): ShardWork<Float64Array> {
  const { columns } = points;
  const sums = assignment.sums.slice();
  const counts = assignment.counts.slice();
  const empty = [...counts.keys()].filter((cluster) => counts[cluster] === 0);
  const search = points.farthest(centroids, empty.length);
  const far = empty.length > 0 ? yield* within(search, () => 0) : [];
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
  return meanOfEach({ sums, counts }, centroids);
}

/** Sums over counts; a cluster that has nothing keeps its centroid. */
function meanOfEach(
  { sums, counts }: { readonly sums: Float64Array; readonly counts: Int32Array },
  centroids: Float64Array,
): Float64Array {
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
