import type { ColumnType } from '../../core/values';
import { sortNumbers } from '../sort-numbers';
import { idNameOf } from '../column-names';
import type { NumberSweep } from './sweep-numbers';

/** A column of identifiers may repeat a few. */
const UNIQUE_SHARE = 0.95;

/** What is known of a column beside its values. */
export interface ColumnHead {
  readonly name: string;
  /** The file gave no name and the column comes first: where programs write row numbers. */
  readonly isRowNumber: boolean;
  /** What a person says the column holds. */
  readonly type?: ColumnType | undefined;
  /** A person said which words are missing in this column. */
  readonly hasOwnWords?: boolean;
}

/**
 * True when numbers are only names of things, which no mean or distance makes sense of:
 * leading zeros; more than `limit` values beyond 15 digits; a name that says so by itself
 * (`customer_id`), or one that may (`InvoiceNo`) over nearly unique whole numbers; a nameless
 * first column that counts the rows; Chinese mobile numbers. With unreadable values among
 * them, as C536379 among invoice numbers, the name alone decides.
 */
export function* areIdentifiers(
  { name, isRowNumber }: ColumnHead,
  sweep: NumberSweep,
  limit: number,
): Generator<void, boolean> {
  const idName = idNameOf(name);
  if (sweep.isPlain && (sweep.hasLeadingZeros || sweep.long.length > limit)) return true;
  if (sweep.bad.length > 0) return idName !== 'none';
  if (sweep.unit !== '' || !(sweep.isCount === true || areWhole(sweep.values))) return false;
  yield;
  if (idName === 'strong' || areMobileNumbers(sweep.values)) return true;
  if (isRowNumber || /^unnamed/i.test(name)) return countRows(sweep.values);
  if (idName === 'none') return false;
  return (yield* distinctOf(sweep.values)) >= UNIQUE_SHARE * sweep.present;
}

function areWhole(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < 0 || (value - Math.floor(value) !== 0 && !Number.isNaN(value))) return false;
  }
  return true;
}

function areMobileNumbers(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) {
    if (values[row]! < 13e9 || values[row]! >= 20e9) return false;
  }
  return true;
}

function countRows(values: Float64Array): boolean {
  const start = values[0]!;
  return (start === 0 || start === 1) && values.every((value, row) => value === start + row);
}

/** Counting numbers, as most customer numbers of a file are, need no sorting to be counted. */
function isRising(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (!(values[i]! > values[i - 1]!)) return false;
  return true;
}

function* distinctOf(values: Float64Array): Generator<void, number> {
  if (isRising(values)) return values.length;
  const sorted = yield* sortNumbers(values.filter((value) => !Number.isNaN(value)));
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  return distinct;
}
