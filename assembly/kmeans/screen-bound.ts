import { least, next } from './nearest-exactly';

/** Half the spacing of f32 at 1. */
export const ROUNDING: f32 = 1.0 / <f32>(1 << 24);
/** What products too small for f32 may lose, and more. */
export const TINY: f32 = 1e-34;
/** Bounds are lowered by this share, which covers the few roundings of computing them. */
export const LOWERED: f32 = 1.0 - 1.0 / <f32>(1 << 18);

/**
 * By how much the second nearest of four rows' centroids is farther at least, from the f32 scores
 * of the best two; not above 0 where the best is not certain. See `assignListed` for the argument.
 * `square` is each row's squared norm summed up in f32, which `share` = (d + 8) u raises to more
 * than the true one. Instead of (reach + ‖x‖)² the margin takes 2 (reach² + ‖x‖²), which is never
 * less and needs no root. Instead of a quotient the bound is √(D² + Δ) − D itself, less 4 u of the
 * first root, which is more than both roots and their difference are off by.
 */
// @ts-ignore: decorator
@inline
export function boundOfSquare(
  square: v128, best: v128, second: v128, share: f32, reach: f32,
): v128 {
  const norm = f32x4.mul(square, f32x4.splat(1 + share));
  const within = f32x4.add(norm, f32x4.splat(reach * reach));
  const scaled = f32x4.mul(f32x4.splat(2 * share), within);
  const margin = f32x4.add(scaled, f32x4.splat(TINY));
  const gap = f32x4.sub(f32x4.sub(second, best), margin);
  const apart = f32x4.mul(f32x4.add(gap, gap), f32x4.splat(LOWERED));
  const near = f32x4.pmax(f32x4.add(norm, f32x4.add(best, best)), f32x4.splat(0));
  const far = f32x4.add(near, f32x4.add(margin, margin));
  const next = f32x4.sqrt(f32x4.add(far, apart));
  const wrong = f32x4.mul(next, f32x4.splat(4 * ROUNDING));
  return f32x4.sub(f32x4.mul(f32x4.sub(next, f32x4.sqrt(far)), f32x4.splat(LOWERED)), wrong);
}

/** The same from the f64 distances that `nearestExactly` left. */
export function exactSlack(columns: i32): f32 {
  const wrong = <f64>(columns + 8) * (1.0 / <f64>(1 << 30) / <f64>(1 << 20));
  const apart = next - least - wrong * (next + least);
  return apart > 0 ? <f32>(apart / (sqrt<f64>(next) + sqrt<f64>(least))) * LOWERED : 0;
}
