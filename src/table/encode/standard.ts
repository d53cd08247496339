import type { FittedStep } from '../../core/values';
import { isNumericallyConstant, type Moments } from './moments';

export type StandardStep = Extract<FittedStep, { kind: 'standard' }>;

/**
 * Subtract the mean, divide by the population deviation, over the present values: scikit-learn's
 * StandardScaler. A column whose spread is only rounding gets deviation 0 and becomes all zeros.
 */
export function fitStandard({ mean, variance, present }: Moments): StandardStep {
  const isFlat = isNumericallyConstant(variance, mean, present);
  return { kind: 'standard', mean, deviation: isFlat ? 0 : Math.sqrt(variance) };
}

export function applyStandard({ mean, deviation }: StandardStep, value: number): number {
  return (value - mean) / (deviation === 0 ? 1 : deviation);
}
