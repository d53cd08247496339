import { isDateName } from '../column-names';
import { dateColumn, fullNumberColumn, numberColumn } from '../create-table';
import { areIdentifiers, type ColumnHead } from './detect-identifiers';
import { daysSince1970, DAY_MS } from './parse-date';
import { settled, type SettledColumn } from './settled-column';
import { DAMAGE_SHARE, type NumberSweep } from './sweep-numbers';

/** The sweeps stop at a share of the rows; a column with many gaps has fewer values to spare. */
export function isMostlyRead(sweep: {
  readonly present: number;
  readonly bad: readonly number[];
}): boolean {
  return sweep.present > 0 && sweep.bad.length <= Math.floor(sweep.present * DAMAGE_SHARE);
}

/**
 * What a column of numbers is: numbers, dates written as one number, names of things
 * (`identifier`: its text is needed), or null when it is better off as text.
 */
export function* settleNumbers(
  head: ColumnHead,
  sweep: NumberSweep,
): Generator<void, SettledColumn | 'identifier' | null> {
  const { name } = head;
  const limit = Math.floor(sweep.present * DAMAGE_SHARE);
  if (yield* areIdentifiers(head, sweep, limit)) return 'identifier';
  if (sweep.long.length + sweep.bad.length > limit && sweep.long.length > 0) return null;
  const days = isDateName(name) && sweep.isPlain ? daysOf(sweep) : null;
  if (days !== null) return settled(dateColumn(name, days));
  yield;
  for (const row of sweep.long) sweep.values[row] = NaN;
  const unit = sweep.unit === '' ? undefined : sweep.unit;
  const isFull =
    sweep.present === sweep.values.length && sweep.bad.length + sweep.long.length === 0;
  const columnOf = isFull ? fullNumberColumn : numberColumn;
  return settled(columnOf(name, sweep.values, unit), [
    { rows: sweep.bad, reason: 'not-a-number' },
    { rows: sweep.long, reason: 'too-many-digits' },
  ]);
}

/** 20240501 as days, when every value is one between 1900 and 2099; null otherwise. */
function daysOf({ values, bad }: NumberSweep): Float64Array | null {
  if (bad.length > 0) return null;
  const days = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const year = Math.floor(value / 10_000);
    const month = Math.floor(value / 100) % 100;
    const ms = daysSince1970(year, month, value % 100) * DAY_MS;
    if (!Number.isNaN(value)) {
      const date = new Date(ms);
      const isReal = date.getUTCMonth() + 1 === month && date.getUTCDate() === value % 100;
      if (year < 1900 || year > 2099 || !isReal) return null;
    }
    days[row] = ms;
  }
  return days;
}
