import type { Job, Progress } from '../core/job';
import { follow } from '../core/shard-work';
import type { Shards } from '../core/shards';
import { calinskiHarabasz } from './calinski-harabasz';
import { daviesBouldin } from './davies-bouldin';

export interface ClusterMeasures {
  /** Sum of the squared distances to the centroids given. */
  readonly inertia: number;
  /** Null when there are fewer than 2 clusters or not fewer clusters than labelled rows. */
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
}

/** True when indices that compare clusters are defined: 2 ≤ clusters ≤ rows − 1. */
export function isComparable(clusters: number, rows: number): boolean {
  return clusters >= 2 && clusters <= rows - 1;
}

/**
 * Inertia about the given centroids, Calinski–Harabasz and Davies–Bouldin about the means of the
 * clusters, in three passes over the rows. Noise (−1) is left out. Labels are 0 … clusters − 1
 * without gaps; centroids are row-major.
 */
export async function* scoreClusterMeasures(
  points: Shards,
  labels: Int32Array,
  centroids: Float64Array,
): Job<ClusterMeasures, never> {
  const clusters = centroids.length / points.columns;
  const step = (number: number) => (share: number) => progressOf(number + share);
  yield* follow(points.label(labels), step(0));
  const { squared } = yield* follow(points.spread(centroids), step(1));
  const inertia = squared.reduce((sum, part) => sum + part, 0);
  const { sums, counts } = yield* follow(points.sumByLabel(clusters), step(2));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  if (!isComparable(clusters, rows)) {
    return { inertia, calinskiHarabasz: null, daviesBouldin: null };
  }
  const means = sums.map((sum, at) => sum / counts[Math.floor(at / points.columns)]!);
  const within = yield* follow(points.spread(means), step(3));
  return {
    inertia,
    calinskiHarabasz: calinskiHarabasz({ means, counts, squared: within.squared }),
    daviesBouldin: daviesBouldin({ means, counts, distances: within.distances }),
  };
}

function progressOf(done: number): Progress<never> {
  return { done, total: 4, phase: 'scoring' };
}
