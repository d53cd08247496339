/** How near a quotient may be to where rounding to f32 changes, in units of its last place. */
const NEAR: i32 = 8;
/** Rows that are looked over at a time. */
const ROWS: i32 = 256;
/** The center of an easy column is at least this many divisors: 2⁻⁶⁴. */
const LEAST_CENTER: f64 = 1.0 / (<f64>((<i64>1) << 32) * <f64>((<i64>1) << 32));
/** Divisors from one over this to this are easy: their inverse is neither endless nor rounded off. */
const MOST: f64 = 1e200;

/**
 * `packFour` while nothing is missing, dividing half as often. Returns the row where it stopped; every
 * row before is written and finite.
 *
 * What has to come out is the quotient in f64, rounded to f32. The first two columns are multiplied by
 * one over the divisor while the divider is busy with the others. The product is off the quotient by
 * two roundings and the quotient's own, so by three units of the last place at most. Both give the
 * same f32 unless rounding changes between them: where the last 29 of 52 bits are a one and zeros.
 * Rows with anything nearer to that than `NEAR` are left to `packFour`.
 *
 * This is so for normal f32 alone. Others do not occur: two f64 that are not the same differ by more
 * than 2⁻⁵⁴ of either, and so a quotient that is not zero is more than 2⁻⁵⁴ · 2⁻⁶⁴.
 */
export function packPlainFour(
  start: usize, columnBytes: usize, scale: usize, into: usize,
  from: i32, to: i32, rowBytes: usize,
): i32 {
  const last = from + ((to - from) & ~1);
  if (!isEasy(scale) || !isEasy(scale + 24)) return from;
  for (; from < last; from += ROWS) {
    const end = min(from + ROWS, last);
    if (!packRows(start, columnBytes, scale, into, from, end, rowBytes)) return from;
  }
  return last;
}

// @ts-ignore: decorator
@inline
function isEasy(scale: usize): bool {
  const divisor = abs<f64>(load<f64>(scale, 16));
  if (!(divisor > 1 / MOST && divisor < MOST)) return false;
  return abs<f64>(load<f64>(scale, 8)) >= LEAST_CENTER * divisor;
}

/** Whether what was written is what has to be there: finite, and rounded the right way. */
// @ts-ignore: decorator
@inline
function packRows(
  start: usize, columnBytes: usize, scale: usize, into: usize,
  from: i32, to: i32, rowBytes: usize,
): bool {
  const a = center(scale), b = center(scale + 24), c = center(scale + 48), d = center(scale + 72);
  const p = inverse(scale), q = inverse(scale + 24);
  const r = divisor(scale + 48), s = divisor(scale + 72);
  let nearest = i32x4.splat(i32.MAX_VALUE);
  let sum = f32x4.splat(0);
  let at = start + (<usize>from << 3), row = into + <usize>from * rowBytes;
  for (let i = from; i < to; i += 2, at += 16, row += rowBytes << 1) {
    const one = f64x2.mul(f64x2.sub(v128.load(at), a), p);
    const two = f64x2.mul(f64x2.sub(v128.load(at + columnBytes), b), q);
    const three = f64x2.div(f64x2.sub(v128.load(at + 2 * columnBytes), c), r);
    const four = f64x2.div(f64x2.sub(v128.load(at + 3 * columnBytes), d), s);
    const low = sideBySide(one, two), high = sideBySide(three, four);
    const first = v128.shuffle<i64>(low, high, 0, 2), second = v128.shuffle<i64>(low, high, 1, 3);
    v128.store(row, first);
    v128.store(row + rowBytes, second);
    nearest = i32x4.min_s(nearest, lastBits(one, two));
    // Endless as soon as one of them is, or else no number.
    sum = f32x4.add(sum, f32x4.add(first, second));
  }
  const isFinite = f32x4.eq(f32x4.sub(sum, sum), f32x4.splat(0));
  const limit = i32x4.splat(i32.MIN_VALUE + (NEAR << 4));
  return i32x4.all_true(v128.and(isFinite, i32x4.gt_s(nearest, limit)));
}

// @ts-ignore: decorator
@inline
function center(scale: usize): v128 {
  return v128.load64_splat(scale, 8);
}

// @ts-ignore: decorator
@inline
function divisor(scale: usize): v128 {
  return v128.load64_splat(scale, 16);
}

// @ts-ignore: decorator
@inline
function inverse(scale: usize): v128 {
  return f64x2.splat(1 / load<f64>(scale, 16));
}

/** Two values of two columns as f32, row by row. */
// @ts-ignore: decorator
@inline
function sideBySide(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 4, 1, 5);
}

/** The last 29 bits of four f64, moved so that what is `NEAR` comes first in the order of i32. */
// @ts-ignore: decorator
@inline
function lastBits(a: v128, b: v128): v128 {
  return i32x4.add(i32x4.shl(v128.shuffle<i32>(a, b, 0, 2, 4, 6), 3), i32x4.splat(NEAR << 3));
}
