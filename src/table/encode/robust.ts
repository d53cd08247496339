import type { FittedStep } from '../../core/values';
import { presentOf } from './moments';
import { quantile } from './quantile';

export type RobustStep = Extract<FittedStep, { kind: 'robust' }>;

/** Subtract the median, divide by the interquartile range, present values only: RobustScaler. */
export function fitRobust(values: Float64Array): RobustStep {
  const present = presentOf(values);
  const median = quantile(present, 0.5);
  return { kind: 'robust', median, iqr: quantile(present, 0.75) - quantile(present, 0.25) };
}

export function applyRobust({ median, iqr }: RobustStep, value: number): number {
  return (value - median) / divisorOf(iqr);
}

/** scikit-learn's rule: a spread of zero, give or take rounding, divides by one. */
export function divisorOf(spread: number): number {
  return spread < 10 * Number.EPSILON ? 1 : spread;
}
