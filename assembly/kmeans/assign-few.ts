import { gatherSquared, TILE } from './gather-tile';
import { nearestExactly } from './nearest-exactly';
import { touchRows } from './touch-rows';
import { boundOfSquare, exactSlack, LOWERED, ROUNDING } from './screen-bound';

/** Rows that are touched at a time; they stay in the nearest cache. */
const TOUCHED: i32 = 256;

/**
 * `assignListed` for few centroids of few columns, where what is not a product counts: one `drift`
 * for all labels (see `listBelow`), and eight rows are finished at once. The argument for the
 * bounds is the one given there. `rows` and `found` have room for eight more than there are.
 */
export function assignFew(
  points: usize, packed: usize, screen: usize, rows: usize,
  tile: usize, found: usize, slacks: usize,
  from: i32, to: i32, clusters: i32, columns: i32, reach: f32, drift: f32,
): void {
  const share = <f32>(columns + 8) * ROUNDING;
  const drifted = f32x4.splat(drift);
  for (let t = from; t < to; t += TILE) {
    if (((t - from) & (TOUCHED - 1)) === 0) touchRows(points, rows, t, min(t + TOUCHED, to), columns);
    gatherSquared(points, rows, tile, t, to, columns);
    screenFew(tile, screen, clusters, columns, share, reach);
    const a = v128.load(bounds), b = v128.load(bounds, 16);
    const listed = rows + (<usize>t << 2);
    const place = found + (<usize>t << 2);
    v128.store(place, v128.load(nearest));
    v128.store(place, v128.load(nearest, 16), 16);
    storeFour(slacks, listed, lowered(f32x4.add(a, drifted)));
    storeFour(slacks, listed + 16, lowered(f32x4.add(b, drifted)));
    const zero = f32x4.splat(0);
    const certain = i32x4.bitmask(f32x4.gt(a, zero)) | (i32x4.bitmask(f32x4.gt(b, zero)) << 4);
    for (let unsure = certain ^ 0xff; unsure !== 0; unsure &= unsure - 1) {
      const lane = <usize>ctz<i32>(unsure) << 2;
      const row = <usize>load<i32>(listed + lane);
      const values = points + ((row * <usize>columns) << 2);
      store<i32>(place + lane, nearestExactly(values, packed, clusters, columns));
      store<f32>(slacks + (row << 2), (exactSlack(columns) + drift) * LOWERED);
    }
  }
}

// @ts-ignore: decorator
@inline
function lowered(four: v128): v128 {
  return f32x4.mul(four, f32x4.splat(LOWERED));
}

/** Stores the bounds of four listed rows. */
// @ts-ignore: decorator
@inline
function storeFour(slacks: usize, listed: usize, four: v128): void {
  v128.store_lane<f32>(slacks + (<usize>load<i32>(listed) << 2), four, 0);
  v128.store_lane<f32>(slacks + (<usize>load<i32>(listed, 4) << 2), four, 1);
  v128.store_lane<f32>(slacks + (<usize>load<i32>(listed, 8) << 2), four, 2);
  v128.store_lane<f32>(slacks + (<usize>load<i32>(listed, 12) << 2), four, 3);
}

/** Where `screenFew` leaves the nearest centroid of each row, and its bound: 0 if uncertain. */
const nearest: usize = memory.data(32, 16);
const bounds: usize = memory.data(32, 16);

function screenFew(
  tile: usize, screen: usize, clusters: i32, columns: i32, share: f32, reach: f32,
): void {
  const end = tile + (<usize>columns << 5);
  const one = i32x4.splat(1);
  let bestA = f32x4.splat(Infinity), nextA = bestA, indexA = i32x4.splat(0);
  let bestB = bestA, nextB = bestA, indexB = indexA;
  for (let c = 0, at = screen; c < clusters; c += 4) {
    let a0 = v128.load32_splat(at), a1 = v128.load32_splat(at, 4);
    let a2 = v128.load32_splat(at, 8), a3 = v128.load32_splat(at, 12);
    let b0 = a0, b1 = a1, b2 = a2, b3 = a3;
    at += 16;
    for (let x = tile; x < end; x += 32, at += 16) {
      const xa = v128.load(x), xb = v128.load(x, 16);
      const c0 = v128.load32_splat(at), c1 = v128.load32_splat(at, 4);
      a0 = f32x4.sub(a0, f32x4.mul(xa, c0));
      b0 = f32x4.sub(b0, f32x4.mul(xb, c0));
      a1 = f32x4.sub(a1, f32x4.mul(xa, c1));
      b1 = f32x4.sub(b1, f32x4.mul(xb, c1));
      const c2 = v128.load32_splat(at, 8), c3 = v128.load32_splat(at, 12);
      a2 = f32x4.sub(a2, f32x4.mul(xa, c2));
      b2 = f32x4.sub(b2, f32x4.mul(xb, c2));
      a3 = f32x4.sub(a3, f32x4.mul(xa, c3));
      b3 = f32x4.sub(b3, f32x4.mul(xb, c3));
    }
    let index = i32x4.splat(c);
    indexA = indexOf(indexA, bestA, a0, index);
    nextA = nextOf(nextA, bestA, a0);
    bestA = f32x4.pmin(bestA, a0);
    indexB = indexOf(indexB, bestB, b0, index);
    nextB = nextOf(nextB, bestB, b0);
    bestB = f32x4.pmin(bestB, b0);
    index = i32x4.add(index, one);
    indexA = indexOf(indexA, bestA, a1, index);
    nextA = nextOf(nextA, bestA, a1);
    bestA = f32x4.pmin(bestA, a1);
    indexB = indexOf(indexB, bestB, b1, index);
    nextB = nextOf(nextB, bestB, b1);
    bestB = f32x4.pmin(bestB, b1);
    index = i32x4.add(index, one);
    indexA = indexOf(indexA, bestA, a2, index);
    nextA = nextOf(nextA, bestA, a2);
    bestA = f32x4.pmin(bestA, a2);
    indexB = indexOf(indexB, bestB, b2, index);
    nextB = nextOf(nextB, bestB, b2);
    bestB = f32x4.pmin(bestB, b2);
    index = i32x4.add(index, one);
    indexA = indexOf(indexA, bestA, a3, index);
    nextA = nextOf(nextA, bestA, a3);
    bestA = f32x4.pmin(bestA, a3);
    indexB = indexOf(indexB, bestB, b3, index);
    nextB = nextOf(nextB, bestB, b3);
    bestB = f32x4.pmin(bestB, b3);
  }
  v128.store(nearest, indexA);
  v128.store(nearest, indexB, 16);
  v128.store(bounds, boundOfSquare(v128.load(end), bestA, nextA, share, reach));
  v128.store(bounds, boundOfSquare(v128.load(end, 16), bestB, nextB, share, reach), 16);
}

/** The greater index where the score is better: indices grow, so the later one of the two. */
// @ts-ignore: decorator
@inline
function indexOf(index: v128, best: v128, score: v128, candidate: v128): v128 {
  return i32x4.max_s(index, v128.and(candidate, f32x4.lt(score, best)));
}

// @ts-ignore: decorator
@inline
function nextOf(second: v128, best: v128, score: v128): v128 {
  return f32x4.pmin(second, f32x4.pmax(best, score));
}
