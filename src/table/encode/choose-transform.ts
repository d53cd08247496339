import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import { applyToColumn, type NumberStep } from './steps';
import { fitLog, firstNegative } from './log';
import { summarizeMoments, type Moments } from './moments';
import { fitYeoJohnson } from './yeo-johnson';

export const TRANSFORMS = ['auto', 'none', 'log', 'yeo-johnson'] as const;
export type Transform = (typeof TRANSFORMS)[number];

/** From this skewness on, a few large values would decide every distance. */
const SKEWED = 1;

/**
 * The step that straightens a column, or null for none. `auto` takes the logarithm of a
 * right-skewed column without negatives when that makes it less skewed, Yeo–Johnson for a
 * skewed column with negatives, else nothing. `log` refuses negatives with their row.
 */
export async function* chooseTransform(
  feature: string,
  values: Float64Array,
  transform: Transform,
): Job<NumberStep | null> {
  if (transform === 'none') return null;
  if (transform === 'log') return logOrRefuse(feature, values);
  if (transform === 'yeo-johnson') return yield* fitYeoJohnson(values);
  const moments = summarizeMoments(values);
  if (moments.min >= 0) return chooseLog(values, moments);
  if (!(Math.abs(moments.skewness) > SKEWED)) return null;
  return yield* fitYeoJohnson(values);
}

function logOrRefuse(feature: string, values: Float64Array): NumberStep {
  const row = firstNegative(values);
  if (row >= 0)
    throw new Problem('log-of-negative', { feature, row: row + 1, value: values[row]! });
  return fitLog();
}

function chooseLog(values: Float64Array, { skewness }: Moments): NumberStep | null {
  if (!(skewness > SKEWED)) return null;
  const step = fitLog();
  const logs = values.slice();
  applyToColumn(step, logs);
  return Math.abs(summarizeMoments(logs).skewness) < skewness ? step : null;
}
