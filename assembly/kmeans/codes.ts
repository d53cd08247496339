/**
 * Rows and centroids as 16-bit codes, which Wasm multiplies twice as fast as f32: v ≈ step · code,
 * with one step (f32) for each vector v. Lengths are in units of the shard, so that no value of a
 * row exceeds 1, and from its center.
 *
 * Sums of products of codes never overflow 32 bits: codes are cut so that the norm of a code
 * vector stays below `REACH`, and by Cauchy and Schwarz |q · p| ≤ ‖q‖ ‖p‖ < 2³¹, for parts of the
 * sum too.
 */

/** Norm that no vector of codes exceeds: the root of 2³¹, less a little. */
export const REACH: f64 = 46340;
/** Largest code. */
export const LARGEST: f64 = 32766;
/** Steps are never smaller, so that what is divided by them stays finite. */
export const LEAST_STEP: f64 = 1.0 / <f64>((<i64>1) << 60);
/** Codes of a vector: columns rounded up to whole pairs of SIMD vectors; the rest are 0. */
// @ts-ignore: decorator
@inline
export function codeBytes(columns: i32): usize {
  return <usize>((columns + 15) & ~15) << 1;
}
