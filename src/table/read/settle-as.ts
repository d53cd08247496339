import type { ColumnType } from '../../core/values';
import { dateColumn, numberColumn } from '../create-table';
import { settled, type SettledColumn } from './settled-column';
import { AMBIGUOUS, sweepDates } from './sweep-dates';
import { sweepEitherStyle } from './sweep-numbers';
import { buildText, categoryOf, sweepText } from './sweep-text';
import { sweepYesNo } from './sweep-yes-no';
import type { TextStore } from './text-store';

/**
 * Builds a column of the type that a person asked for, whatever it holds: what does not fit
 * becomes missing and is reported, row by row. Yields about every 16,000 rows.
 */
export function* settleAs(
  type: ColumnType,
  store: TextStore,
  name: string,
): Generator<void, SettledColumn> {
  switch (type) {
    case 'number':
      return yield* settleNumber(store, name);
    case 'date':
      return yield* settleDate(store, name);
    case 'boolean': {
      const { column, bad } = yield* sweepYesNo(store, name);
      return settled(column, [{ rows: bad, reason: 'not-yes-or-no' }]);
    }
    case 'category':
      return settled(categoryOf(name, yield* sweepText(store, Infinity)));
    case 'text':
    case 'identifier':
      return settled(yield* buildText(store, name, type));
    default:
      return type satisfies never;
  }
}

function* settleNumber(store: TextStore, name: string): Generator<void, SettledColumn> {
  const sweep = yield* sweepEitherStyle(store, Infinity);
  if (sweep === null) throw new Error('a sweep without a limit ends');
  const { values, unit, bad, long } = sweep;
  const column = numberColumn(name, values, unit === '' ? undefined : unit);
  // More digits than a number can hold: it is rounded, which the person who asks for it accepts.
  return settled(column, [
    { rows: bad, reason: 'not-a-number' },
    { rows: long, reason: 'rounded' },
  ]);
}

function* settleDate(store: TextStore, name: string): Generator<void, SettledColumn> {
  const sweep = yield* sweepDates(store, Infinity, 'day-first');
  if (sweep === null || sweep === AMBIGUOUS) throw new Error('a sweep that may assume ends');
  const { values, bad, isAssumed } = sweep;
  const found = settled(dateColumn(name, values), [{ rows: bad, reason: 'not-a-date' }]);
  return { ...found, isAssumedDate: isAssumed };
}
