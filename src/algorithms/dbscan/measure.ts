import type { ClusteringFit } from '../../core/algorithm';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { NOISE } from '../../core/values';

type Measured = Pick<ClusteringFit, 'clusters' | 'centroids' | 'inertia' | 'totalInertia'>;

/** Means of the clusters, and the inertia of labelled rows about them and about their one mean. */
export async function* measure(points: Shards, labels: Int32Array): ShardWork<Measured> {
  let most: number = NOISE;
  for (let row = 0; row < labels.length; row++) most = Math.max(most, labels[row]!);
  const clusters = most + 1;
  const none = { clusters, centroids: new Float64Array(0), inertia: 0, totalInertia: 0 };
  if (clusters === 0) return none;
  const together = labels.map((label) => (label === NOISE ? NOISE : 0));
  const all = yield* within(meansAndInertia(points, together, 1), (share) => share / 2);
  const each = yield* within(meansAndInertia(points, labels, clusters), (share) => (1 + share) / 2);
  return { clusters, ...each, totalInertia: all.inertia };
}

async function* meansAndInertia(
  points: Shards,
  labels: Int32Array,
  clusters: number,
): ShardWork<{ readonly centroids: Float64Array; readonly inertia: number }> {
  const third = (step: number) => (share: number) => (step + share) / 3;
  yield* within(points.label(labels), third(0));
  const { sums, counts } = yield* within(points.sumByLabel(clusters), third(1));
  const centroids = sums.map((sum, at) => sum / counts[Math.floor(at / points.columns)]!);
  const inertia = yield* within(points.inertia(centroids), third(2));
  return { centroids, inertia };
}
