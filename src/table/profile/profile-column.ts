import type { ColumnMeta, TableValue } from '../../core/values';
import { numbersOf, vectorOf } from '../column';
import { countIndexed, indexValues } from '../count-values';
import type { ColumnProfile } from '../profile';
import { sortNumbers } from '../sort-numbers';
import { summarizeSorted } from '../summarize-numbers';
import type { Alert } from './alert';
import { alertsOfColumn, shortened } from './column-alerts';
import { frequentNumbers } from './frequent-numbers';
import { alertsOfNumbers } from './number-alerts';
import { mixCodes, mixNumbers, type RowHashes } from './row-hashes';
import { alertsOfTexts } from './text-alerts';

export interface ProfiledColumn {
  readonly profile: ColumnProfile;
  readonly alerts: readonly Alert[];
  /** Of all its values in order. */
  readonly hash: number;
}

/** What a column is profiled for: its table, how many values to list, and the day that is today (ms). */
export interface Ground {
  readonly table: TableValue;
  readonly hashes: RowHashes;
  readonly most: number;
  readonly asOf: number | null;
}

/** Profiles one column and mixes its values into the hashes of the rows. */
export function* profileColumn(
  ground: Ground,
  column: ColumnMeta,
): Generator<void, ProfiledColumn> {
  const isOrdered = column.type === 'number' || column.type === 'date';
  const found = isOrdered
    ? yield* profileNumbers(ground, column)
    : yield* profileTexts(ground, column);
  const general = alertsOfColumn(found.profile, ground.table.rows);
  return { ...found, alerts: [...general, ...found.alerts] };
}

function* profileTexts(
  { table, hashes, most }: Ground,
  column: ColumnMeta,
): Generator<void, ProfiledColumn> {
  const index = yield* indexValues(vectorOf(table, column.id));
  const hash = yield* mixCodes(hashes, index.codes);
  const counts = countIndexed(index);
  const alerts = yield* alertsOfTexts(column, index, counts.distinct);
  const { missing, distinct } = counts;
  const top = shortened(counts.top, most);
  return { profile: { column, missing, distinct, numbers: null, top }, alerts, hash };
}

function* profileNumbers(
  { table, hashes, most, asOf }: Ground,
  column: ColumnMeta,
): Generator<void, ProfiledColumn> {
  const all = numbersOf(table, column.id);
  yield;
  const hash = yield* mixNumbers(hashes, all);
  const present = takePresent(all);
  yield;
  const missing = table.rows - present.length;
  if (present.length === 0) {
    const empty = { column, missing, distinct: 0, numbers: null, top: [] };
    return { profile: empty, alerts: [], hash };
  }
  const sorted = yield* sortNumbers(present);
  const { numbers, distinct } = yield* summarizeSorted(sorted, column.type === 'number');
  const frequent = yield* frequentNumbers(sorted, most, column.type === 'date');
  const top = frequent.filter(({ count }) => count > 1 || distinct <= most);
  const alerts = alertsOfNumbers({ column, sorted, numbers, distinct, asOf });
  return { profile: { column, missing, distinct, numbers, top }, alerts, hash };
}

/** Moves the numbers that are there to the front of the same array and returns that part. */
function takePresent(values: Float64Array): Float64Array {
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    if (!Number.isNaN(x)) values[count++] = x;
  }
  return values.subarray(0, count);
}
