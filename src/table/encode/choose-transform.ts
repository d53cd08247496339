import { paced, type Job } from '../../core/job';
import { Problem } from '../../core/problem';
import { applyToColumn, type NumberStep } from './steps';
import { fitLog, firstNegative } from './log';
import { summarizeMoments, type Moments } from './moments';
import { fitYeoJohnson } from './yeo-johnson';

export const TRANSFORMS = ['auto', 'none', 'log', 'yeo-johnson'] as const;
export type Transform = (typeof TRANSFORMS)[number];

/** From this skewness on, a few large values would decide every distance. */
const SKEWED = 1;

/** A column after its transform: the step (null for none) and the values it gives. */
export interface Bent {
  readonly step: NumberStep | null;
  readonly values: Float64Array;
}

const PROGRESS = { done: 0, total: 1, phase: 'fit-features' } as const;

/**
 * Straightens a column. `auto` takes the logarithm of a right-skewed column without negatives
 * when that makes it less skewed, Yeo–Johnson for a skewed column with negatives, else nothing.
 * `log` refuses negatives with their row. `values` is left untouched; the result may be it.
 */
export async function* bendColumn(
  feature: string,
  values: Float64Array,
  transform: Transform,
): Job<Bent, never> {
  if (transform === 'none') return { step: null, values };
  if (transform === 'log') return yield* bent(logOrRefuse(feature, values), values);
  if (transform === 'yeo-johnson') return yield* bent(yield* fitYeoJohnson(values), values);
  const moments = summarizeMoments(values);
  yield PROGRESS;
  if (moments.min >= 0) return yield* chooseLog(values, moments);
  if (!(Math.abs(moments.skewness) > SKEWED)) return { step: null, values };
  return yield* bent(yield* fitYeoJohnson(values), values);
}

async function* bent(step: NumberStep, values: Float64Array): Job<Bent, never> {
  const after = values.slice();
  yield* paced(applyToColumn(step, after), PROGRESS);
  return { step, values: after };
}

function logOrRefuse(feature: string, values: Float64Array): NumberStep {
  const row = firstNegative(values);
  if (row >= 0) {
    throw new Problem('log-of-negative', { feature, row: row + 1, value: values[row]! });
  }
  return fitLog();
}

async function* chooseLog(values: Float64Array, { skewness }: Moments): Job<Bent, never> {
  if (!(skewness > SKEWED)) return { step: null, values };
  const logged = yield* bent(fitLog(), values);
  const isStraighter = Math.abs(summarizeMoments(logged.values).skewness) < skewness;
  return isStraighter ? logged : { step: null, values };
}
