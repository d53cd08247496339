import type { Job } from '../../core/job';
import type { Feature, TableValue } from '../../core/values';
import { numbersOf } from '../column';
import { combineInto } from './combine';
import { isCategory, type FeatureChoice, type FittedColumn } from './feature-choice';
import { fitCategory } from './fit-category';
import { fitDate } from './fit-date';
import { fitNumbers } from './fit-numbers';

/**
 * Learns the steps of one column from its present values in the kept rows (`dropped[row]` is 1
 * for the others). What a fill rule puts in is never learned from.
 */
export async function* fitColumn(
  table: TableValue,
  choice: FeatureChoice,
  dropped: Uint8Array | null,
): Job<FittedColumn, never> {
  const fitted = yield* fitKind(table, choice, dropped);
  const { weight = 1 } = choice;
  return weight === 1 ? fitted : { ...fitted, features: weighted(fitted.features, weight) };
}

async function* fitKind(
  table: TableValue,
  choice: FeatureChoice,
  dropped: Uint8Array | null,
): Job<FittedColumn, never> {
  if (isCategory(choice)) return fitCategory(table, choice, dropped);
  const numbers = numbersFor(table, choice);
  if (dropped !== null) forgetDropped(numbers, dropped);
  const rows = keptRows(table, dropped);
  const isDate = choice.column.type === 'date' && choice.partner === undefined;
  return isDate ? yield* fitDate(choice, numbers, rows) : yield* fitNumbers(choice, numbers, rows);
}

/** The numbers that a choice begins with: of one column, or of two combined. A copy. */
export function numbersFor(
  table: TableValue,
  { column, partner }: Pick<FeatureChoice, 'column' | 'partner'>,
): Float64Array {
  const numbers = numbersOf(table, column.id);
  if (partner) combineInto(numbers, numbersOf(table, partner.column.id), partner.operation);
  return numbers;
}

function forgetDropped(numbers: Float64Array, dropped: Uint8Array): void {
  for (let row = 0; row < numbers.length; row++) if (dropped[row] === 1) numbers[row] = NaN;
}

export function keptRows(table: TableValue, dropped: Uint8Array | null): number {
  return dropped === null ? table.rows : table.rows - dropped.reduce((sum, bit) => sum + bit, 0);
}

/** The square of √weight is what squared distances see. */
function weighted(features: readonly Feature[], weight: number): readonly Feature[] {
  const step = { kind: 'weight', factor: Math.sqrt(weight) } as const;
  return features.map((feature) => ({ ...feature, steps: [...feature.steps, step] }));
}
