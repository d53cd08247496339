import { chooseDistinct, createRandom } from '../../core/random';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';

/** Rows whose neighbours are looked up. */
const SAMPLE = 2000;

/**
 * A radius for which most rows have `minNeighbors` rows within it: the distances to the
 * `minNeighbors`-th nearest row (the row itself counted, as DBSCAN counts) of a seeded sample, in
 * order, rise slowly inside clusters and steeply outside; the knee between the two is taken (Ester
 * et al., 1996, section 4.2; found as Satopää et al., "Kneedle", 2011, find it). Three digits.
 */
export async function* suggestRadius(
  points: Shards,
  minNeighbors: number,
  seed: number,
): ShardWork<number> {
  const random = createRandom(seed, 'dbscan', 'radius');
  const rows = chooseDistinct(random, Math.min(SAMPLE, points.rows), points.rows);
  const values = yield* within(points.rowsAt(rows), () => 0);
  const { squaredDistances } = yield* points.neighbors.nearest(values, minNeighbors);
  const each = squaredDistances.length / rows.length;
  const farthest = Float64Array.from(rows, (_, i) =>
    Math.sqrt(squaredDistances[i * each + each - 1]!),
  );
  return Number(kneeOf(farthest.sort()).toPrecision(3));
}

/**
 * The number of an ascending list that lies farthest below the line from the first to the last; 1
 * when all are zero, as any radius is as good then.
 */
export function kneeOf(ascending: Float64Array): number {
  const positive = ascending.filter((value) => value > 0);
  const [first = 1, last = 1] = [positive[0], positive.at(-1)];
  let knee = last;
  let deepest = 0;
  positive.forEach((value, i) => {
    const depth = i / (positive.length - 1 || 1) - (value - first) / (last - first || 1);
    if (depth > deepest) {
      deepest = depth;
      knee = value;
    }
  });
  return knee;
}
