import type { ColumnMeta, TableValue } from '../../core/values';
import { numbersBetween } from '../column';
import { readNumbers } from '../rfm/code-values';

/** Rows that are looked at. */
const LOOK = 20_000;
/** 1990 and 2100, in seconds since 1970. */
const [FROM, TO] = [631_152_000, 4_102_444_800];
const BLOCK = 1 << 16;

/** How many milliseconds a unit of the numbers is, when they count from 1970; null: they do not. */
export function epochUnit(table: TableValue, { id, type }: ColumnMeta): 1 | 1000 | null {
  if (type !== 'number') return null;
  const first = new Float64Array(Math.min(LOOK, table.rows));
  numbersBetween(table, id, { from: 0, into: first });
  const present = first.filter((value) => !Number.isNaN(value));
  const within = (unit: number) =>
    present.every((value) => value >= FROM * unit && value <= TO * unit);
  if (present.length === 0) return null;
  if (within(1)) return 1000;
  return within(1000) ? 1 : null;
}

/** The times of a column of dates, or of numbers that count from 1970, as UTC milliseconds. */
export function* readTimes(table: TableValue, column: ColumnMeta): Generator<void, Float64Array> {
  const times = yield* readNumbers(table, column.id);
  const unit = epochUnit(table, column) ?? 1;
  if (unit === 1) return times;
  for (let row = 0; row < times.length; row++) {
    times[row]! *= unit;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return times;
}
