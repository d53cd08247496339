/** Half the spacing of f32 at 1. */
const ROUNDING: f64 = 1.0 / <f64>(1 << 24);
/** Squares below it may have lost digits in f32. */
const TINY: f64 = 1e-30;

/** The square of the radius; what decides. */
export let square: f64 = 0;
/** A squared distance in f32 that is not above this is within the radius without doubt. */
export let certain: f32 = 0;
/** One that is above this is outside without doubt. */
export let possible: f32 = 0;

/**
 * Sets the radius that rows are compared with. Two rows are within it when the sum of the squared
 * differences of their values, in f64 from the first column on, is at most its square.
 *
 * In f32 that sum is off by at most (d + 2) u of itself, u = 2⁻²⁴: each difference by u, its
 * square by 3 u, and d − 1 additions of terms that are all positive. With six more u for rounding
 * the limits themselves, both limits are safe. Below `TINY` f32 loses digits; nothing is certain
 * there. An overflow is not above an infinite limit, so it is left to f64, too.
 */
export function setRadius(radius: f64, columns: i32): void {
  square = radius * radius;
  const share = <f64>(columns + 8) * ROUNDING;
  certain = square < TINY ? -1 : <f32>min(square * (1 - share), <f64>f32.MAX_VALUE);
  possible = <f32>max(square * (1 + share), TINY);
}
