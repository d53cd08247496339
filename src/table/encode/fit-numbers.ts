import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { Feature } from '../../core/values';
import { bendColumn } from './choose-transform';
import {
  flagOf,
  isFlagged,
  nameOfChoice,
  type FeatureChoice,
  type FittedColumn,
  type MissingRule,
} from './feature-choice';
import { fitFill } from './fill';
import { fitMinMax } from './min-max';
import { summarizeMoments, type Moments } from './moments';
import { fitRobust } from './robust';
import { fitStandard } from './standard';
import type { NumberStep } from './steps';

const PROGRESS = { done: 0, total: 1, phase: 'fit-features' } as const;

/** Learns from the present numbers of the kept rows; `rows` counts these with and without a value. */
export async function* fitNumbers(
  choice: FeatureChoice,
  numbers: Float64Array,
  rows: number,
): Job<FittedColumn, never> {
  const { column } = choice;
  const moments = summarizeMoments(numbers);
  yield PROGRESS;
  const missing = rows - moments.present;
  const none = { column, choice, features: [], missing };
  if (moments.present === 0) return { ...none, unfit: 'all-missing' };
  refuseUnusable(nameOfChoice(choice), numbers, moments);
  if (moments.min === moments.max) return { ...none, unfit: 'constant' };
  // A new row may bring a 0 below the line where none was learned from.
  const mayLack = missing > 0 || choice.partner?.operation === 'ratio';
  const fill: NumberStep[] = mayLack ? [fitFill(numbers, fillRule(choice))] : [];
  yield PROGRESS;
  // The zero of a date is a convention and yes/no has no shape: nothing to straighten.
  const transform = column.type === 'number' ? choice.transform : 'none';
  const bent = yield* bendColumn(column.name, numbers, transform);
  yield PROGRESS;
  const steps = [...fill, bent.step, fitScale(choice, bent.values)].filter((step) => step !== null);
  const features: Feature[] = [featureOf(choice, steps)];
  if (missing > 0 && isFlagged(choice.missing)) features.push(flagFor(choice));
  return { column, choice, features, missing, unfit: null };
}

function featureOf(choice: FeatureChoice, steps: readonly NumberStep[]): Feature {
  const { column, partner } = choice;
  const feature = { name: nameOfChoice(choice), columnId: column.id, steps };
  if (partner === undefined) return feature;
  return {
    ...feature,
    partner: { columnId: partner.column.id, operation: partner.operation },
  };
}

/** Where two columns are combined, a row without either value is flagged. */
function flagFor(choice: FeatureChoice): Feature {
  const { partner } = featureOf(choice, []);
  const flag = flagOf({ ...choice.column, name: nameOfChoice(choice) });
  return partner === undefined ? flag : { ...flag, partner };
}

/** An endless number, or numbers whose squares are endless, would poison every distance. */
function refuseUnusable(feature: string, numbers: Float64Array, moments: Moments): void {
  if (Number.isFinite(moments.variance)) return;
  const largest = Math.max(Math.abs(moments.min), Math.abs(moments.max));
  const row = numbers.findIndex((value) => Math.abs(value) === largest) + 1;
  throw new Problem('value-not-usable', { feature, row });
}

function fillRule({ column, missing }: FeatureChoice): 'median' | 'mean' | 'mode' {
  // Between yes and no there is no middle.
  if (column.type === 'boolean') return 'mode';
  return numberRule(missing);
}

/** What fills a number; rules that name no number fall back on the middle. */
export function numberRule(missing: MissingRule): 'median' | 'mean' | 'mode' {
  return missing === 'mean' || missing === 'mode' ? missing : 'median';
}

/** Yes/no stays 0 and 1, like every other feature made of a category. */
export function fitScale(
  { column, scale }: FeatureChoice,
  numbers: Float64Array,
): NumberStep | null {
  if (scale === 'none' || column.type === 'boolean') return null;
  if (scale === 'robust') return fitRobust(numbers);
  const moments = summarizeMoments(numbers);
  return scale === 'standard' ? fitStandard(moments) : fitMinMax(moments);
}
