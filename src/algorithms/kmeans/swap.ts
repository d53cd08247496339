import type { Random } from '../../core/random';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import type { Standing } from '../parts/lloyd';
import { bestCandidate } from '../parts/starts';

/** Rows drawn as places for the centroid that is set free. */
const CANDIDATES = 12;

interface Pair {
  readonly one: number;
  readonly other: number;
  /** What inertia would grow by were the two clusters merged into one (Ward, 1963). */
  readonly cost: number;
}

/**
 * The centroids of a standing with one of them moved to where it may do more: the two clusters that
 * are cheapest to merge become one, and the centroid set free goes to the best of a few rows drawn
 * like starts of greedy k-means++. `rank` 0 merges the cheapest pair, 1 the next. Lloyd's algorithm
 * cannot make such a move by itself: a centroid has to pass where inertia is higher (random swap
 * K-means: Fränti and Kivijärvi, 2000).
 */
export async function* swapCentroid(
  points: Shards,
  standing: Standing,
  draw: { readonly random: Random; readonly rank: number },
): ShardWork<Float64Array> {
  const { centroids, counts } = standing;
  const { columns } = points;
  yield* within(points.addSeeds(centroids, true), (share) => share / 2);
  const shares = Array.from({ length: CANDIDATES }, draw.random.next);
  const place = yield* within(bestCandidate(points, shares), () => 1 / 2);
  const pairs = pairsByCost(standing, columns);
  const { one, other } = pairs[Math.min(draw.rank, pairs.length - 1)]!;
  const moved = centroids.slice();
  const [rows, others] = [counts[one]!, counts[other]!];
  for (let j = 0; j < columns; j++) {
    const sum = rows * centroids[one * columns + j]! + others * centroids[other * columns + j]!;
    moved[one * columns + j] = sum / (rows + others);
    moved[other * columns + j] = place[j]!;
  }
  return moved;
}

/** All pairs of clusters, cheapest to merge first; of equal ones the lower indices first. */
function pairsByCost({ centroids, counts }: Standing, columns: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let one = 0; one < counts.length; one++) {
    for (let other = one + 1; other < counts.length; other++) {
      let apart = 0;
      for (let j = 0; j < columns; j++) {
        const difference = centroids[one * columns + j]! - centroids[other * columns + j]!;
        apart += difference * difference;
      }
      const weight = (counts[one]! * counts[other]!) / (counts[one]! + counts[other]!);
      pairs.push({ one, other, cost: weight * apart });
    }
  }
  return pairs.sort((a, b) => a.cost - b.cost);
}
