import { stretch, type Job } from '../../core/job';
import { bendColumn, type Transform } from './choose-transform';
import type { Scale } from './feature-choice';
import { presentOf, summarizeMoments } from './moments';
import { quantile } from './quantile';
import { applyToColumn, type NumberStep } from './steps';

/** What the data of a number column ask for, with the figures that say so. */
export interface Treatment {
  readonly transform: Transform;
  /** `robust` where far values would stretch the scale of all others; null: no reason to change. */
  readonly scale: Scale | null;
  /** Skewness with the transform in use, and with the suggested one. */
  readonly skewness: number;
  readonly skewnessAfter: number;
  /** Share of the values beyond three interquartile ranges of the quartiles, after the transform. */
  readonly far: number;
  /** The values after the suggested transform. */
  readonly values: Float64Array;
}

/** From this skewness on, a few large values decide the distances. */
const SKEWED = 1;
/** From this share of far values on, tails are heavy. */
const HEAVY = 0.01;
const MOST_ROWS = 50_000;

/**
 * The treatment that a column asks for, if it is not the one in use: a logarithm or Yeo–Johnson where
 * that takes most of the skewness, robust scaling where a hundredth of the values lies beyond Tukey's
 * outer fences. Null: nothing to suggest. Looks at every n-th row of a long column.
 */
export async function* suggestTreatment(
  name: string,
  numbers: Float64Array,
  { bend, scale }: { readonly bend: NumberStep | null; readonly scale: Scale },
): Job<Treatment | null, never> {
  const values = presentOf(everyNth(numbers));
  const used = values.slice();
  if (bend !== null) for (const _ of applyToColumn(bend, used));
  const { skewness } = summarizeMoments(used);
  yield { done: 0, total: 1, phase: 'show-features' };
  const bent = yield* stretch(bendColumn(name, values, 'auto'), 0, 1);
  const kind = (bent.step?.kind ?? 'none') as Transform;
  const { skewness: skewnessAfter } = summarizeMoments(bent.values);
  const isStraighter = Math.abs(skewnessAfter) < 0.5 * Math.abs(skewness);
  const isBetter = Math.abs(skewness) > SKEWED && isStraighter && kind !== (bend?.kind ?? 'none');
  const shown = isBetter ? bent.values : used;
  const far = farShare(shown);
  const isHeavy = far > HEAVY && scale !== 'robust' && scale !== 'none';
  if (!isBetter && !isHeavy) return null;
  return {
    transform: isBetter ? kind : ((bend?.kind ?? 'none') as Transform),
    scale: isHeavy ? 'robust' : null,
    skewness,
    skewnessAfter: isBetter ? skewnessAfter : skewness,
    far,
    values: shown,
  };
}

function everyNth(numbers: Float64Array): Float64Array {
  const step = Math.ceil(numbers.length / MOST_ROWS);
  if (step <= 1) return numbers;
  const length = Math.ceil(numbers.length / step);
  return Float64Array.from({ length }, (_, i) => numbers[i * step]!);
}

/** Without a spread in the middle there are no fences: robust scaling would not help. */
function farShare(values: Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = values.slice();
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = 3 * (high - low);
  if (!(reach > 0)) return 0;
  let far = 0;
  for (const value of values) if (value < low - reach || value > high + reach) far++;
  return far / values.length;
}
