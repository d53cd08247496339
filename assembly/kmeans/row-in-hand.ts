import { SHARE } from './group-bounds';

/** What is lost where squares are too small for f32, and more. */
const TINY: f32 = 1e-30;

/** Of the row in hand: its step, one over it, and what its squared norm is at least and at most. */
let step: f32 = 0;
export let inverse: f32 = 0;
let low: f32 = 0;
let high: f32 = 0;

/** Takes a row in hand; `doubt` is by what share its squared norm may be wrong. */
// @ts-ignore: decorator
@inline
export function takeRow(stepOf: usize, squareOf: usize, doubt: f32): void {
  step = load<f32>(stepOf);
  inverse = <f32>1 / step;
  const square = load<f32>(squareOf);
  low = square * (<f32>1 - doubt) - TINY;
  high = square * (<f32>1 + doubt) + TINY;
}

/** A distance at most, from half its square in steps less half the squared norm of the row. */
// @ts-ignore: decorator
@inline
export function distanceAtMost(steps: f32): f32 {
  return sqrt<f32>(max<f32>(high + step * (steps + steps), 0)) * (1.0 + SHARE);
}

// @ts-ignore: decorator
@inline
export function distancesAtLeast(steps: v128): v128 {
  const twice = f32x4.mul(f32x4.splat(step), f32x4.add(steps, steps));
  const squares = f32x4.pmax(f32x4.add(f32x4.splat(low), twice), f32x4.splat(0));
  return f32x4.mul(f32x4.sqrt(squares), f32x4.splat(1.0 - SHARE));
}

/** The inverse of that, lowered by more than the roundings. */
export function stepsAtLeast(square: f64): f32 {
  const steps = (square * <f64>(1.0 - SHARE) - <f64>high) / (2 * <f64>step);
  return <f32>(steps - abs<f64>(steps) * <f64>SHARE);
}
