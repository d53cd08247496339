import type { ShardWork } from '../core/shards';
import { addTo, askAll, type Cut } from './row-shards-ask';

/**
 * The mean of all rows and their inertia about it, from those of the shards: rows are as far from
 * the mean as from that of their shard, and all rows of a shard as far as the two means are apart
 * (Chan, Golub and LeVeque, 1983).
 */
export async function* moments(
  cut: Cut,
): ShardWork<{ readonly mean: Float64Array; readonly inertia: number }> {
  const parts = yield* askAll(cut, { kind: 'moments' } as const);
  const mean = new Float64Array(cut.columns);
  for (const part of parts)
    addTo(
      mean,
      part.mean.map((value) => value * (part.rows / cut.rows)),
    );
  let inertia = 0;
  for (const part of parts) {
    inertia += part.inertia;
    part.mean.forEach((value, j) => {
      inertia += part.rows * (value - mean[j]!) * (value - mean[j]!);
    });
  }
  return { mean, inertia };
}
