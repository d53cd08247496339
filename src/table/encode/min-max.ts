import type { FittedStep } from '../../core/values';
import { divisorOf } from './robust';
import type { Moments } from './moments';

export type MinMaxStep = Extract<FittedStep, { kind: 'min-max' }>;

/** Rescale to 0 … 1 by the present values: scikit-learn's MinMaxScaler. */
export function fitMinMax({ min, max }: Moments): MinMaxStep {
  return { kind: 'min-max', min, max };
}

export function applyMinMax({ min, max }: MinMaxStep, value: number): number {
  return (value - min) / divisorOf(max - min);
}
