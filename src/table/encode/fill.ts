import type { FittedStep } from '../../core/values';
import { presentOf } from './moments';
import { quantile } from './quantile';

export type FillStep = Extract<FittedStep, { kind: 'fill' }>;

/**
 * What stands in for a missing value: the median, mean or mode of the present ones, as
 * scikit-learn's SimpleImputer. At least one value must be present.
 */
export function fitFill(values: Float64Array, rule: FillStep['rule']): FillStep {
  const present = presentOf(values);
  if (rule === 'mode') return { kind: 'fill', rule, value: modeOf(present) };
  if (rule === 'median') return { kind: 'fill', rule, value: quantile(present, 0.5) };
  const rough = present.reduce((sum, value) => sum + value, 0) / present.length;
  const rest = present.reduce((sum, value) => sum + (value - rough), 0) / present.length;
  return { kind: 'fill', rule, value: rough + rest };
}

/** The most frequent value; of equally frequent ones the smallest. Sorts `present`. */
function modeOf(present: Float64Array): number {
  present.sort();
  let [mode, most, run] = [present[0]!, 0, 0];
  for (let i = 0; i < present.length; i++) {
    run = i > 0 && present[i] === present[i - 1] ? run + 1 : 1;
    if (run > most) [mode, most] = [present[i]!, run];
  }
  return mode;
}

export function applyFill({ value: filling }: FillStep, value: number): number {
  return Number.isNaN(value) ? filling : value;
}
