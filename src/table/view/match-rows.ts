import type { ColumnFilter, RowsView } from '../../core/table-rows';
import type { TableValue } from '../../core/values';
import { isPresent, numbersOf, vectorOf } from '../column';
import { columnWithId } from './column-with-id';
import { markHolding, needleOf } from './search-texts';
import { testOf } from './text-test';

const BLOCK = 1 << 14;

/**
 * The rows that pass every filter of a view and hold its search text, in the order of the table.
 * `onStep` is called after every filter and every searched column. Linear; yields.
 */
export function* matchRows(
  table: TableValue,
  { filters, search }: Pick<RowsView, 'filters' | 'search'>,
  onStep: () => void,
): Generator<void, Uint32Array> {
  const passes = new Uint8Array(table.rows).fill(1);
  for (const { column, filter } of filters) {
    const marks = new Uint8Array(table.rows);
    yield* markPassing(table, column, { filter, marks });
    yield* keepMarked(passes, marks);
    onStep();
  }
  if (search !== '') {
    const marks = new Uint8Array(table.rows);
    for (const { id } of table.columns) {
      yield* markHolding(table, id, { needle: needleOf(search), marks });
      onStep();
    }
    yield* keepMarked(passes, marks);
  }
  return yield* rowsMarked(passes);
}

function* keepMarked(passes: Uint8Array, marks: Uint8Array): Generator<void, void> {
  for (let row = 0; row < passes.length; row++) {
    passes[row]! &= marks[row]!;
    if (row % (1 << 20) === 0) yield;
  }
}

function* rowsMarked(marks: Uint8Array): Generator<void, Uint32Array> {
  const rows = new Uint32Array(marks.length);
  let count = 0;
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 1) rows[count++] = row;
    if (row % (1 << 20) === 0) yield;
  }
  return count === rows.length ? rows : rows.slice(0, count);
}

interface Marking {
  readonly filter: ColumnFilter;
  readonly marks: Uint8Array;
}

function* markPassing(
  table: TableValue,
  id: string,
  { filter, marks }: Marking,
): Generator<void, void> {
  columnWithId(table, id);
  switch (filter.kind) {
    case 'contains':
      return yield* markHolding(table, id, { needle: needleOf(filter.text), marks });
    case 'equals':
      return yield* markTexts(table, id, { wanted: new Set([filter.text]), marks });
    case 'one-of':
      return yield* markTexts(table, id, { wanted: new Set(filter.values), marks });
    case 'range':
      return yield* markRange(numbersOf(table, id), filter, marks);
    case 'missing':
    case 'present':
      return yield* markPresence(table, id, { wanted: filter.kind === 'present', marks });
    default:
      return filter satisfies never;
  }
}

function* markRange(
  values: Float64Array,
  { min, max }: Extract<ColumnFilter, { kind: 'range' }>,
  marks: Uint8Array,
): Generator<void, void> {
  const [least, most] = [min ?? -Infinity, max ?? Infinity];
  for (let row = 0; row < values.length; row++) {
    // False for a missing value, which is NaN.
    if (values[row]! >= least && values[row]! <= most) marks[row] = 1;
    if (row % (1 << 18) === 0) yield;
  }
}

function* markPresence(
  table: TableValue,
  id: string,
  { wanted, marks }: { readonly wanted: boolean; readonly marks: Uint8Array },
): Generator<void, void> {
  let row = 0;
  for (const chunk of vectorOf(table, id).data) {
    for (let i = 0; i < chunk.length; i++, row++) {
      if (isPresent(chunk, i) === wanted) marks[row] = 1;
      if (i % (1 << 18) === 0) yield;
    }
  }
}

function* markTexts(
  table: TableValue,
  id: string,
  { wanted, marks }: { readonly wanted: ReadonlySet<string>; readonly marks: Uint8Array },
): Generator<void, void> {
  let from = 0;
  for (const chunk of vectorOf(table, id).data) {
    const holds = testOf(chunk, (text) => wanted.has(text));
    for (let i = 0; i < chunk.length; i++) {
      if (holds(i)) marks[from + i] = 1;
      if (i % BLOCK === 0) yield;
    }
    from += chunk.length;
  }
}
