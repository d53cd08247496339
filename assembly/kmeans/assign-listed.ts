import { gatherTile, TILE } from './gather-tile';
import { nearestExactly } from './nearest-exactly';
import { exactSlack, LOWERED, ROUNDING, TINY } from './screen-bound';

/**
 * Finds the nearest centroid of each row listed at [from, to): its index goes to the same place of
 * `found`, and a bound for `listUnsettled` to the row's place of `slacks`. Ties go to the lower
 * index; labels are exactly those of squared distances in f64 (`nearestExactly`).
 *
 * The nearest centroid is the one of least s = ‖c‖²/2 − x·c, which costs one product a value. It
 * is computed in f32, for eight rows and four centroids at a time. `screen` holds for each group
 * of four centroids their ‖c‖²/2 and then their values, value by value; `reach` is at least the
 * norm of every centroid. With u = 2⁻²⁴ each s is off by at most (d + 2) u (‖c‖²/2 + ‖x‖ ‖c‖): d
 * subtractions, the product, and the rounding of c and of ‖c‖²/2 (Higham, Accuracy and Stability,
 * 3.1). So two of them are off by at most (d + 2) u (reach + ‖x‖)² together. Where the gap of the
 * best two is larger than `margin` = (d + 8) u (reach + ‖x‖)², the best one is certain; the 6 u
 * left over are more than all that f64 distances may be wrong by, now and when centroids have
 * moved. Every other row is decided in f64. An overflow makes the margin infinite.
 *
 * The bound: with Δ = 2 (gap − margin) the second distance is at least √(D² + Δ) when the first is
 * at most D, so that they differ by at least Δ / (√(D² + Δ) + D). To it is added what the label's
 * centroid and the fastest other have drifted up to now (`drifts`), see `listUnsettled`.
 */
export function assignListed(
  points: usize, norms: usize, packed: usize, screen: usize, rows: usize, drifts: usize,
  tile: usize, found: usize, slacks: usize,
  from: i32, to: i32, clusters: i32, columns: i32, reach: f32,
): void {
  const share = <f32>(columns + 8) * ROUNDING;
  for (let t = from; t < to; t += TILE) {
    gatherTile(points, norms, rows, tile, t, to, columns);
    screenTile(tile, screen, clusters, columns, share, reach);
    const end = min(TILE, to - t);
    for (let i = 0; i < end; i++) {
      const place = <usize>(t + i) << 2;
      const row = <usize>load<i32>(rows + place);
      let slack = load<f32>(bounds + (<usize>i << 2));
      let label = load<i32>(nearest + (<usize>i << 2));
      if (!(slack > 0)) {
        label = nearestExactly(points + ((row * <usize>columns) << 2), packed, clusters, columns);
        slack = exactSlack(columns);
      }
      store<i32>(found + place, label);
      const drift = load<f32>(drifts + (<usize>label << 2));
      store<f32>(slacks + (row << 2), (slack + drift) * LOWERED);
    }
  }
}

/** Where `screenTile` leaves the nearest centroid of each row, and its bound: 0 if uncertain. */
const nearest: usize = memory.data(32, 16);
const bounds: usize = memory.data(32, 16);

function screenTile(
  tile: usize, screen: usize, clusters: i32, columns: i32, share: f32, reach: f32,
): void {
  const end = tile + (<usize>columns << 5);
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
    const one = i32x4.splat(1);
    indexA = v128.bitselect(index, indexA, f32x4.lt(a0, bestA));
    nextA = f32x4.pmin(nextA, f32x4.pmax(bestA, a0));
    bestA = f32x4.pmin(bestA, a0);
    indexB = v128.bitselect(index, indexB, f32x4.lt(b0, bestB));
    nextB = f32x4.pmin(nextB, f32x4.pmax(bestB, b0));
    bestB = f32x4.pmin(bestB, b0);
    index = i32x4.add(index, one);
    indexA = v128.bitselect(index, indexA, f32x4.lt(a1, bestA));
    nextA = f32x4.pmin(nextA, f32x4.pmax(bestA, a1));
    bestA = f32x4.pmin(bestA, a1);
    indexB = v128.bitselect(index, indexB, f32x4.lt(b1, bestB));
    nextB = f32x4.pmin(nextB, f32x4.pmax(bestB, b1));
    bestB = f32x4.pmin(bestB, b1);
    index = i32x4.add(index, one);
    indexA = v128.bitselect(index, indexA, f32x4.lt(a2, bestA));
    nextA = f32x4.pmin(nextA, f32x4.pmax(bestA, a2));
    bestA = f32x4.pmin(bestA, a2);
    indexB = v128.bitselect(index, indexB, f32x4.lt(b2, bestB));
    nextB = f32x4.pmin(nextB, f32x4.pmax(bestB, b2));
    bestB = f32x4.pmin(bestB, b2);
    index = i32x4.add(index, one);
    indexA = v128.bitselect(index, indexA, f32x4.lt(a3, bestA));
    nextA = f32x4.pmin(nextA, f32x4.pmax(bestA, a3));
    bestA = f32x4.pmin(bestA, a3);
    indexB = v128.bitselect(index, indexB, f32x4.lt(b3, bestB));
    nextB = f32x4.pmin(nextB, f32x4.pmax(bestB, b3));
    bestB = f32x4.pmin(bestB, b3);
  }
  v128.store(nearest, indexA);
  v128.store(nearest, indexB, 16);
  v128.store(bounds, boundOf(v128.load(end), bestA, nextA, share, reach));
  v128.store(bounds, boundOf(v128.load(end, 16), bestB, nextB, share, reach), 16);
}

/** Δ / (√(D² + Δ) + D) for four rows; not above 0 where the best centroid is not certain. */
// @ts-ignore: decorator
@inline
function boundOf(norm: v128, best: v128, next: v128, share: f32, reach: f32): v128 {
  const within = f32x4.add(norm, f32x4.splat(reach));
  const scaled = f32x4.mul(f32x4.splat(share), f32x4.mul(within, within));
  const margin = f32x4.add(scaled, f32x4.splat(TINY));
  const gap = f32x4.sub(f32x4.sub(next, best), margin);
  const apart = f32x4.mul(f32x4.add(gap, gap), f32x4.splat(LOWERED));
  const near = f32x4.add(f32x4.mul(norm, norm), f32x4.add(best, best));
  const square = f32x4.add(f32x4.pmax(near, f32x4.splat(0)), f32x4.add(margin, margin));
  const both = f32x4.add(f32x4.sqrt(f32x4.add(square, apart)), f32x4.sqrt(square));
  return f32x4.mul(f32x4.div(apart, both), f32x4.splat(LOWERED));
}
