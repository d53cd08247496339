import { certain, possible, square } from './radius';
import { TURN } from './tree';

/** Where `scanLeaf` leaves the squared distances to the 32 rows, when it found any. */
const squares: usize = memory.data(128, 16);

/** Columns after which it is asked whether any row can still be near enough. */
const STRETCH: usize = 8;

/**
 * The rows of a leaf, as bits, whose squared distance from `row` in f32 is not above `most`. The
 * values of the row lie `step` bytes apart. Eight sums of four rows each stay in registers.
 */
export function scanLeaf(row: usize, step: usize, leaf: usize, columns: i32, most: f32): u32 {
  let a = f32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  const limit = f32x4.splat(most);
  const end = leaf + <usize>columns * TURN;
  while (leaf < end) {
    const pause = min(leaf + STRETCH * TURN, end);
    for (; leaf < pause; leaf += TURN, row += step) {
      const x = v128.load32_splat(row);
      const p = f32x4.sub(x, v128.load(leaf));
      a = f32x4.add(a, f32x4.mul(p, p));
      const q = f32x4.sub(x, v128.load(leaf, 16));
      b = f32x4.add(b, f32x4.mul(q, q));
      const r = f32x4.sub(x, v128.load(leaf, 32));
      c = f32x4.add(c, f32x4.mul(r, r));
      const s = f32x4.sub(x, v128.load(leaf, 48));
      d = f32x4.add(d, f32x4.mul(s, s));
      const t = f32x4.sub(x, v128.load(leaf, 64));
      e = f32x4.add(e, f32x4.mul(t, t));
      const u = f32x4.sub(x, v128.load(leaf, 80));
      f = f32x4.add(f, f32x4.mul(u, u));
      const v = f32x4.sub(x, v128.load(leaf, 96));
      g = f32x4.add(g, f32x4.mul(v, v));
      const w = f32x4.sub(x, v128.load(leaf, 112));
      h = f32x4.add(h, f32x4.mul(w, w));
    }
    const least = f32x4.pmin(f32x4.pmin(f32x4.pmin(a, b), f32x4.pmin(c, d)), f32x4.pmin(f32x4.pmin(e, f), f32x4.pmin(g, h)));
    if (!v128.any_true(f32x4.le(least, limit))) return 0;
  }
  v128.store(squares, a);
  v128.store(squares, b, 16);
  v128.store(squares, c, 32);
  v128.store(squares, d, 48);
  v128.store(squares, e, 64);
  v128.store(squares, f, 80);
  v128.store(squares, g, 96);
  v128.store(squares, h, 112);
  return notAbove(limit);
}

/** Which of the 32 squared distances are not above the limit. */
// @ts-ignore: decorator
@inline
function notAbove(limit: v128): u32 {
  let bits: u32 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    bits |= <u32>i32x4.bitmask(f32x4.le(v128.load(squares + (i << 2)), limit)) << <u32>i;
  }
  return bits;
}

/** The rows of a leaf, as bits, that are within the radius of `row`, see `setRadius`. */
export function within(row: usize, step: usize, leaf: usize, columns: i32): u32 {
  const near = scanLeaf(row, step, leaf, columns, possible);
  if (near == 0) return 0;
  let bits = notAbove(f32x4.splat(certain));
  for (let unsure = near & ~bits; unsure != 0; unsure &= unsure - 1) {
    const other = leaf + (<usize>ctz(unsure) << 2);
    if (squaredDistance(row, step, other, columns) <= square) bits |= unsure & (0 - unsure);
  }
  return bits;
}

/** Squared distance from `row` to a row of a leaf, in f64 from the first column on. */
export function squaredDistance(row: usize, step: usize, other: usize, columns: i32): f64 {
  let sum: f64 = 0;
  const end = other + <usize>columns * TURN;
  for (; other < end; other += TURN, row += step) {
    const difference = <f64>load<f32>(row) - <f64>load<f32>(other);
    sum += difference * difference;
  }
  return sum;
}

/** The rows of a leaf, as bits, from which some place in the box may be within the radius. */
export function rowsNearBox(leaf: usize, box: usize, lanes: i32, columns: i32): u32 {
  const upper = <usize>lanes << 2;
  const none = f32x4.splat(0);
  let bits: u32 = 0;
  for (let i: usize = 0; i < 32; i += 8) {
    let a = none, b = none;
    let row = leaf + (i << 2);
    for (let j: usize = 0; j < <usize>columns << 2; j += 4, row += TURN) {
      const least = v128.load32_splat(box + j), most = v128.load32_splat(box + j + upper);
      const x = v128.load(row), y = v128.load(row, 16);
      const p = f32x4.pmax(none, f32x4.pmax(f32x4.sub(least, x), f32x4.sub(x, most)));
      const q = f32x4.pmax(none, f32x4.pmax(f32x4.sub(least, y), f32x4.sub(y, most)));
      a = f32x4.add(a, f32x4.mul(p, p));
      b = f32x4.add(b, f32x4.mul(q, q));
    }
    const limit = f32x4.splat(possible);
    const eight = i32x4.bitmask(f32x4.le(a, limit)) | (i32x4.bitmask(f32x4.le(b, limit)) << 4);
    bits |= <u32>eight << <u32>i;
  }
  return bits;
}
