import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ColumnMeta, Feature, FittedStep } from '../../core/values';
import { codesOf, numbersOf } from '../column';
import type { TableValue } from '../../core/values';
import { bendColumn, type Transform } from './choose-transform';
import { fitFill } from './fill';
import { fitMinMax } from './min-max';
import { summarizeMoments, type Moments } from './moments';
import { fitOneHot, summarizeLevels } from './one-hot';
import { fitRobust } from './robust';
import { fitStandard } from './standard';
import type { NumberStep } from './steps';

export const SCALES = ['standard', 'robust', 'min-max', 'none'] as const;
export type Scale = (typeof SCALES)[number];

/** `drop` leaves out rows without a value; `median-flag` fills and adds a 0/1 feature that says so. */
export const MISSING_RULES = ['median', 'mean', 'drop', 'median-flag'] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

/** How one column is to become features. */
export interface FeatureChoice {
  readonly column: ColumnMeta;
  readonly transform: Transform;
  readonly scale: Scale;
  readonly missing: MissingRule;
  /** Categories: this many most frequent levels get a feature each, the rest one together. */
  readonly levels: number;
}

const PROGRESS = { done: 0, total: 1, phase: 'fit-features' } as const;

/** Why a column gave no feature. */
export type Unfit = 'all-missing' | 'constant';

/** What a column was learned to become; `unfit` says why it becomes nothing. */
export interface FittedColumn {
  readonly column: ColumnMeta;
  readonly features: readonly Feature[];
  /** Kept rows without a value. */
  readonly missing: number;
  readonly unfit: Unfit | null;
}

/** True for columns that become one feature each in their own order: numbers, dates, yes and no. */
export function isNumeric({ type }: ColumnMeta): boolean {
  return type === 'number' || type === 'date' || type === 'boolean';
}

/**
 * Learns the steps of one column from its present values in the kept rows (`dropped[row]` is 1
 * for the others). What a fill rule puts in is never learned from.
 */
export async function* fitColumn(
  table: TableValue,
  choice: FeatureChoice,
  dropped: Uint8Array | null,
): Job<FittedColumn, never> {
  if (!isNumeric(choice.column)) return fitCategory(table, choice, dropped);
  const numbers = numbersOf(table, choice.column.id);
  if (dropped !== null) forgetDropped(numbers, dropped);
  return yield* fitNumbers(choice, numbers, keptRows(table, dropped));
}

function forgetDropped(numbers: Float64Array, dropped: Uint8Array): void {
  for (let row = 0; row < numbers.length; row++) if (dropped[row] === 1) numbers[row] = NaN;
}

export function keptRows(table: TableValue, dropped: Uint8Array | null): number {
  return dropped === null ? table.rows : table.rows - dropped.reduce((sum, bit) => sum + bit, 0);
}

async function* fitNumbers(
  choice: FeatureChoice,
  numbers: Float64Array,
  rows: number,
): Job<FittedColumn, never> {
  const { column } = choice;
  const moments = summarizeMoments(numbers);
  yield PROGRESS;
  const missing = rows - moments.present;
  if (moments.present === 0) return { column, features: [], missing, unfit: 'all-missing' };
  refuseUnusable(column, numbers, moments);
  if (moments.min === moments.max) return { column, features: [], missing, unfit: 'constant' };
  const fill: NumberStep[] = missing > 0 ? [fitFill(numbers, fillRule(choice))] : [];
  yield PROGRESS;
  // The zero of a date is a convention and yes/no has no shape: nothing to straighten.
  const transform = column.type === 'number' ? choice.transform : 'none';
  const bent = yield* bendColumn(column.name, numbers, transform);
  yield PROGRESS;
  const steps = [...fill, bent.step, fitScale(choice, bent.values)].filter((step) => step !== null);
  const features: Feature[] = [{ name: column.name, columnId: column.id, steps }];
  if (missing > 0 && choice.missing === 'median-flag') features.push(flagOf(column));
  return { column, features, missing, unfit: null };
}

/** An endless number, or numbers whose squares are endless, would poison every distance. */
function refuseUnusable(column: ColumnMeta, numbers: Float64Array, moments: Moments): void {
  if (Number.isFinite(moments.variance)) return;
  const largest = Math.max(Math.abs(moments.min), Math.abs(moments.max));
  const row = numbers.findIndex((value) => Math.abs(value) === largest) + 1;
  throw new Problem('value-not-usable', { feature: column.name, row });
}

function fillRule({ column, missing }: FeatureChoice): 'median' | 'mean' | 'mode' {
  // Between yes and no there is no middle.
  if (column.type === 'boolean') return 'mode';
  return missing === 'mean' ? 'mean' : 'median';
}

/** Yes/no stays 0 and 1, like every other feature made of a category. */
function fitScale({ column, scale }: FeatureChoice, numbers: Float64Array): NumberStep | null {
  if (scale === 'none' || column.type === 'boolean') return null;
  if (scale === 'robust') return fitRobust(numbers);
  const moments = summarizeMoments(numbers);
  return scale === 'standard' ? fitStandard(moments) : fitMinMax(moments);
}

/** The name needs no language: a dash is how the application writes a missing value. */
function flagOf({ name, id }: ColumnMeta): Feature {
  return { name: `${name} = —`, columnId: id, steps: [{ kind: 'missing-flag' }] };
}

/**
 * A category becomes 0/1 features, one a level; a row without a value is in none of them, so a
 * flag of its own tells it apart.
 */
function fitCategory(
  table: TableValue,
  { column, levels: kept }: FeatureChoice,
  dropped: Uint8Array | null,
): FittedColumn {
  const { codes, levels: names } = codesOf(table, column.id);
  if (dropped !== null)
    for (let row = 0; row < codes.length; row++) if (dropped[row] === 1) codes[row] = -1;
  const levels = summarizeLevels({ codes, levels: names });
  const present = levels.reduce((sum, { count }) => sum + count, 0);
  const missing = keptRows(table, dropped) - present;
  if (present === 0) return { column, features: [], missing, unfit: 'all-missing' };
  if (levels.length === 1 && missing === 0)
    return { column, features: [], missing, unfit: 'constant' };
  const features = fitOneHot(column.name, levels, kept).map((step) => levelFeature(column, step));
  return {
    column,
    features: missing > 0 ? [...features, flagOf(column)] : features,
    missing,
    unfit: null,
  };
}

function levelFeature({ name, id }: ColumnMeta, step: FittedStep): Feature {
  const level = step.kind === 'one-hot' ? step.level : '…';
  return { name: `${name} = ${level}`, columnId: id, steps: [step] };
}
