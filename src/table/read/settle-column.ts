import { idNameOf, isDateName, type IdName } from '../column-names';
import { dateColumn, numberColumn, type NewColumn } from '../create-table';
import { areIdentifiers, type ColumnHead } from './detect-identifiers';
import { daysSince1970, DAY_MS } from './parse-date';
import { AMBIGUOUS, sweepDates } from './sweep-dates';
import { DAMAGE_SHARE, sweepEitherStyle, type NumberSweep } from './sweep-numbers';
import { buildText, categoryOf, sweepBooleans, sweepText, type TextSweep } from './sweep-text';
import { settleAs } from './settle-as';
import { settled, type SettledColumn } from './settled-column';
import type { TextStore } from './text-store';

/** More levels than this are text: no picture and no encoding could use them. */
const LEVELS_LIMIT = 1000;

/**
 * Decides what a column holds by looking at every one of its cells, and builds it. In order:
 * number (at most 2 % unreadable values, which become missing and are reported), unless
 * they are identifiers (see `areIdentifiers`); date; yes and no;
 * category (few distinct values); identifier; text. Yields about every 16,000 rows.
 */
export function* settleColumn(store: TextStore, head: ColumnHead): Generator<void, SettledColumn> {
  const { name } = head;
  if (head.type !== undefined) return yield* settleAs(head.type, store, name);
  const idName = idNameOf(name);
  const limit = Math.floor(store.rows * DAMAGE_SHARE);
  const numbers = yield* bestNumbers(store, limit);
  if (numbers !== null) {
    const settled = yield* settleNumbers(store, head, numbers);
    if (settled !== null) return settled;
  }
  const dates = numbers === null ? yield* sweepDates(store, limit) : null;
  if (dates !== null && dates !== AMBIGUOUS && isMostlyRead(dates)) {
    return settled(dateColumn(name, dates.values), [{ rows: dates.bad, reason: 'not-a-date' }]);
  }
  const booleans = yield* sweepBooleans(store, name);
  if (booleans !== null) return settled(booleans);
  const column = yield* settleText(store, name, idName);
  return { column, bad: [], isAmbiguousDate: dates === AMBIGUOUS };
}

function* bestNumbers(store: TextStore, limit: number): Generator<void, NumberSweep | null> {
  const sweep = yield* sweepEitherStyle(store, limit);
  return sweep === null ? null : readable(sweep);
}

function readable(sweep: NumberSweep): NumberSweep | null {
  return isMostlyRead(sweep) ? sweep : null;
}

/** The sweeps stop at a share of the rows; a column with many gaps has fewer values to spare. */
function isMostlyRead(sweep: {
  readonly present: number;
  readonly bad: readonly number[];
}): boolean {
  return sweep.present > 0 && sweep.bad.length <= Math.floor(sweep.present * DAMAGE_SHARE);
}

function* settleNumbers(
  store: TextStore,
  head: ColumnHead,
  sweep: NumberSweep,
): Generator<void, SettledColumn | null> {
  const { name } = head;
  const limit = Math.floor(sweep.present * DAMAGE_SHARE);
  if (yield* areIdentifiers(head, sweep, limit)) {
    return settled(yield* buildText(store, name, 'identifier'));
  }
  if (sweep.long.length + sweep.bad.length > limit && sweep.long.length > 0) return null;
  const days = isDateName(name) && sweep.isPlain ? daysOf(sweep) : null;
  if (days !== null) return settled(dateColumn(name, days));
  yield;
  for (const row of sweep.long) sweep.values[row] = NaN;
  const unit = sweep.unit === '' ? undefined : sweep.unit;
  return settled(numberColumn(name, sweep.values, unit), [
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

function* settleText(store: TextStore, name: string, idName: IdName): Generator<void, NewColumn> {
  const few = yield* sweepText(store, LEVELS_LIMIT);
  if (idName === 'strong' && few.present > 0) return yield* buildText(store, name, 'identifier');
  if (isCategory(few)) return categoryOf(name, few);
  const isIdentifierText = few.isCodeLike && (idName !== 'none' || (yield* isUnique(store, few)));
  return yield* buildText(store, name, isIdentifierText ? 'identifier' : 'text');
}

function isCategory({ index, present, isCut }: TextSweep): boolean {
  if (isCut || index.size >= present) return false;
  return index.size <= 20 ? index.size <= 0.8 * present : index.size <= present / 5;
}

function* isUnique(store: TextStore, few: TextSweep): Generator<void, boolean> {
  if (few.present < 20) return false;
  const all = few.isCut ? yield* sweepText(store, Infinity) : few;
  return all.index.size === all.present;
}
