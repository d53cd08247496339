import type { Job } from '../../core/job';
import type { RowsView, SortKey } from '../../core/table-rows';
import type { TableValue } from '../../core/values';
import { codesOf, isPresent, numbersOf, vectorOf } from '../column';
import { columnWithId } from './column-with-id';
import { matchRows } from './match-rows';
import { sortByKey, type Ordered } from './radix';
import { numberKeys, rankKeys } from './sort-keys';
import { sortTexts, textBytes } from './sort-texts';

/**
 * The rows of a table that a view shows, in its order; null when it shows all of them as they are.
 * Missing values come last in both directions, equal rows keep the order of the table (as pandas'
 * `sort_values(kind='stable', na_position='last')`). Text is sorted by code point, so that the
 * answer is the same on every machine; categories as the reader's language sorts words. Linear in
 * rows for each filter and key (of text: in its bytes); yields every few milliseconds.
 */
export async function* orderRows(
  table: TableValue,
  view: RowsView,
): Job<Uint32Array | null, never> {
  const { sort } = view;
  const total = view.filters.length + (view.search === '' ? 0 : table.columns.length) + sort.length;
  if (total === 0) return null;
  let done = 0;
  const tick = (phase: string) => ({ done: Math.min(done, total), total, phase });
  const matching = matchRows(table, view, () => done++);
  let step = matching.next();
  for (; !step.done; step = matching.next()) yield tick('filter');
  const rows = step.value;
  const ordered: Ordered = { rows, spare: new Uint32Array(sort.length > 0 ? rows.length : 0) };
  // The key that decides last comes first: each sort keeps what the one before it made.
  for (const key of [...sort].reverse()) {
    for (const _pause of sortBy(table, ordered, { ...key, language: view.language })) {
      yield tick('sort');
    }
    done++;
  }
  return ordered.rows;
}

function* sortBy(
  table: TableValue,
  ordered: Ordered,
  { column: id, descending, language }: SortKey & Pick<RowsView, 'language'>,
): Generator<void, void> {
  const { type } = columnWithId(table, id);
  switch (type) {
    case 'number':
    case 'date':
    case 'boolean': {
      const { high, low } = yield* numberKeys(numbersOf(table, id), descending);
      yield* sortByKey(ordered, low);
      return yield* sortByKey(ordered, high);
    }
    case 'category':
      return yield* sortByKey(ordered, rankKeys(codesOf(table, id), { language, descending }));
    case 'text':
    case 'identifier':
      return yield* sortByText(table, ordered, { id, descending });
    default:
      return type satisfies never;
  }
}

function* sortByText(
  table: TableValue,
  ordered: Ordered,
  { id, descending }: { readonly id: string; readonly descending: boolean },
): Generator<void, void> {
  const { data: chunks } = vectorOf(table, id);
  const isThere = new Uint32Array(table.rows);
  let row = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++) isThere[row++] = isPresent(chunk, i) ? 0 : 1;
    yield;
  }
  yield* sortByKey(ordered, isThere);
  let to = ordered.rows.length;
  while (to > 0 && isThere[ordered.rows[to - 1]!] === 1) to--;
  yield* sortTexts(ordered, textBytes(chunks), { part: { from: 0, to }, descending });
}
