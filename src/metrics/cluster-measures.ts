import { paced, type Job } from '../core/job';
import { follow } from '../core/shard-work';
import type { LabelTotals, Shards } from '../core/shards';
import { calinskiHarabasz } from './calinski-harabasz';
import { daviesBouldin, distanceBetween } from './davies-bouldin';

export interface ClusterMeasures {
  /** Sum of the squared distances to the centroids given. */
  readonly inertia: number;
  /** Null when there are fewer than 2 clusters or not fewer clusters than labelled rows. */
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  /**
   * The mean over all labelled rows of (b − a) / max(a, b), with a the distance to the mean of the
   * own cluster and b that to the nearest other mean (Hruschka, de Castro and Campello, 2004); 0
   * for a row alone in its cluster, as in the silhouette proper. Null as above.
   */
  readonly simplifiedSilhouette: number | null;
  readonly spreads: readonly ClusterSpread[];
}

/** How close the rows of a cluster lie, and how far the next cluster is. */
export interface ClusterSpread {
  /** Mean distance of its rows to their mean; null without rows. */
  readonly cohesion: number | null;
  /** The other cluster whose mean is nearest (ties: the lower index), and how far; null without. */
  readonly nearest: { readonly cluster: number; readonly distance: number } | null;
}

/** True when indices that compare clusters are defined: 2 ≤ clusters ≤ rows − 1. */
export function isComparable(clusters: number, rows: number): boolean {
  return clusters >= 2 && clusters <= rows - 1;
}

/** Means that differ from the centroids by less, as a share of the distances, are taken for them. */
const SAME_CENTROIDS = 1e-12;

/**
 * Inertia about the given centroids; Calinski–Harabasz, Davies–Bouldin and the simplified silhouette
 * about the means of the clusters. Noise (−1) is left out. Labels are 0 … clusters − 1 without
 * gaps; centroids are row-major. One pass over the rows, at rows × clusters distances, when the
 * centroids are the means; else two.
 */
export async function* scoreClusterMeasures(
  points: Shards,
  labels: Int32Array,
  centroids: Float64Array,
): Job<ClusterMeasures, never> {
  const step = (number: number) => (share: number) =>
    ({ done: number + share, total: 3, phase: 'scoring' }) as const;
  yield* follow(points.label(labels), step(0));
  const about = yield* follow(points.measure(centroids), step(1));
  const means = meansOf(about, centroids);
  const isSame = areSame(means, centroids, about);
  const within = isSame ? about : yield* follow(points.measure(means), step(2));
  return yield* paced(summarizeMeasures(within, means, sumOf(about.squared)), step(2)(1));
}

function meansOf({ sums, counts }: LabelTotals, centroids: Float64Array): Float64Array {
  const columns = centroids.length / counts.length;
  return sums.map((sum, at) => {
    const count = counts[Math.floor(at / columns)]!;
    return count > 0 ? sum / count : centroids[at]!;
  });
}

/**
 * True when it makes no difference whether distances were measured to the centroids or to the
 * means: no distance differs by more than its cluster's mean is off.
 */
function areSame(means: Float64Array, centroids: Float64Array, about: LabelTotals): boolean {
  const columns = centroids.length / about.counts.length;
  let off = 0;
  about.counts.forEach((count, c) => {
    const [from, to] = [c * columns, (c + 1) * columns];
    off += count * distanceBetween(means.subarray(from, to), centroids.subarray(from, to));
  });
  return off <= SAME_CENTROIDS * sumOf(about.distances);
}

function* summarizeMeasures(
  { counts, squared, distances, silhouettes }: LabelTotals,
  means: Float64Array,
  inertia: number,
): Generator<void, ClusterMeasures, void> {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const spreads: ClusterSpread[] = [];
  for (const [c, count] of counts.entries()) {
    const cohesion = count > 0 ? distances[c]! / count : null;
    spreads.push({ cohesion, nearest: nearestMean(means, counts, c) });
    yield;
  }
  if (!isComparable(counts.length, rows)) {
    const none = { calinskiHarabasz: null, daviesBouldin: null, simplifiedSilhouette: null };
    return { inertia, ...none, spreads };
  }
  const ofMany = silhouettes.filter((_, c) => counts[c]! > 1);
  return {
    inertia,
    calinskiHarabasz: calinskiHarabasz({ means, counts, squared }),
    daviesBouldin: yield* daviesBouldin({ means, counts, distances }),
    simplifiedSilhouette: sumOf(ofMany) / rows,
    spreads,
  };
}

function nearestMean(
  means: Float64Array,
  counts: Int32Array,
  cluster: number,
): ClusterSpread['nearest'] {
  const columns = means.length / counts.length;
  const meanOf = (c: number): Float64Array => means.subarray(c * columns, (c + 1) * columns);
  let nearest: ClusterSpread['nearest'] = null;
  counts.forEach((count, c) => {
    if (c === cluster || count === 0) return;
    const distance = distanceBetween(meanOf(cluster), meanOf(c));
    if (!nearest || distance < nearest.distance) nearest = { cluster: c, distance };
  });
  return nearest;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
