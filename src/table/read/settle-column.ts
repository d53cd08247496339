import { idNameOf, type IdName } from '../column-names';
import { dateColumn, type NewColumn } from '../create-table';
import type { ColumnHead } from './detect-identifiers';
import { judgeDoubtfulWords } from './doubtful-words';
import { isMostlyRead, settleNumbers } from './settle-numbers';
import { AMBIGUOUS, sweepDates } from './sweep-dates';
import { DAMAGE_SHARE, sweepEitherStyle } from './sweep-numbers';
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
  const sweep = yield* sweepEitherStyle(store, limit);
  const numbers = sweep !== null && isMostlyRead(sweep) ? sweep : null;
  if (numbers !== null) {
    const found = yield* settleNumbers(head, numbers);
    if (found === 'identifier') return settled(yield* buildText(store, name, 'identifier'));
    if (found !== null) return found;
  }
  const dates = numbers === null ? yield* sweepDates(store, limit) : null;
  if (dates !== null && dates !== AMBIGUOUS && isMostlyRead(dates)) {
    return settled(dateColumn(name, dates.values), [{ rows: dates.bad, reason: 'not-a-date' }]);
  }
  const booleans = yield* sweepBooleans(store, name);
  if (booleans !== null) return settled(booleans);
  const words = head.hasOwnWords ? undefined : yield* judgeDoubtfulWords(store);
  const column = yield* settleText(store, name, idName);
  return {
    column,
    bad: [],
    isAmbiguousDate: dates === AMBIGUOUS,
    ...(words === undefined ? {} : { words }),
  };
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
