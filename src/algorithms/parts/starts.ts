import { chooseDistinct, type Random } from '../../core/random';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import type { Start } from './params';

/** Chooses the starts of one restart in the way that the parameters name. */
export function chooseStarts(
  points: Shards,
  { start, clusters }: { readonly start: Start; readonly clusters: number },
  random: Random,
): ShardWork<Float64Array> {
  switch (start) {
    case 'k-means++':
      return chooseGreedyStarts(points, clusters, random);
    case 'random':
      return chooseRandomStarts(points, clusters, random);
    case 'farthest-first':
      return chooseFarthestStarts(points, clusters, random);
    default:
      return start satisfies never;
  }
}

/** How many candidates greedy k-means++ tries for each start. */
export function trialsOf(clusters: number): number {
  // e to a whole power is never whole, so no rounding of the logarithm can change the floor.
  return 2 + Math.floor(Math.log(clusters));
}

/** Distinct rows, each equally likely; all rows when there are fewer than `clusters`. */
async function* chooseRandomStarts(
  points: Shards,
  clusters: number,
  random: Random,
): ShardWork<Float64Array> {
  const rows = chooseDistinct(random, clusters, points.rows);
  return Float64Array.from(yield* points.rowsAt(rows));
}

/**
 * Greedy k-means++ as scikit-learn does it: of 2 + ⌊ln k⌋ candidates, drawn with odds proportional
 * to the squared distance to the nearest start so far, the one that leaves the least sum of those
 * distances is taken (Arthur and Vassilvitskii, 2007, section 3). Ends with fewer starts when every
 * row already is one.
 */
export async function* chooseGreedyStarts(
  points: Shards,
  clusters: number,
  random: Random,
): ShardWork<Float64Array> {
  const { columns } = points;
  const trials = trialsOf(clusters);
  const starts = new Float64Array(clusters * columns);
  const row = Uint32Array.of(random.below(points.rows));
  const first = yield* within(points.rowsAt(row), () => 0);
  starts.set(first);
  let weight = yield* within(points.addSeeds(Float64Array.from(first), true), () => 0);
  let found = 1;
  while (found < clusters && weight > 0) {
    const share = found / clusters;
    const shares = Array.from({ length: trials }, random.next);
    const best = yield* within(bestCandidate(points, shares), () => share);
    starts.set(best, found * columns);
    weight = yield* within(points.addSeeds(best, false), () => share);
    found++;
  }
  return starts.slice(0, found * columns);
}

/**
 * A random row, and then again and again the row farthest from all starts so far, of equally far
 * ones the lowest (Gonzalez, 1985). Ends with fewer starts when every row already is one.
 */
async function* chooseFarthestStarts(
  points: Shards,
  clusters: number,
  random: Random,
): ShardWork<Float64Array> {
  const { columns } = points;
  const starts = new Float64Array(clusters * columns);
  const row = Uint32Array.of(random.below(points.rows));
  let next = Float64Array.from(yield* within(points.rowsAt(row), () => 0));
  for (let found = 1; ; found++) {
    const share = found / clusters;
    starts.set(next, (found - 1) * columns);
    if (found === clusters) return starts;
    const weight = yield* within(points.addSeeds(next, found === 1), () => share);
    if (weight === 0) return starts.slice(0, found * columns);
    const { values } = yield* within(points.heaviestRow(), () => share);
    next = Float64Array.from(values);
  }
}

/** The drawn row that leaves the least weight; of equal ones the first drawn. */
export async function* bestCandidate(
  points: Shards,
  shares: readonly number[],
): ShardWork<Float64Array> {
  const { columns } = points;
  const { values } = yield* points.drawRows(shares);
  const candidates = Float64Array.from(values);
  const best = indexOfLeast(yield* points.weighSeeds(candidates));
  return candidates.slice(best * columns, (best + 1) * columns);
}

function indexOfLeast(numbers: Float64Array): number {
  let least = 0;
  numbers.forEach((number, i) => {
    if (number < numbers[least]!) least = i;
  });
  return least;
}
