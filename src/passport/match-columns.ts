import { Problem } from '../core/problem';
import type { ColumnMeta, TableValue } from '../core/values';
import { codesOf, numbersOf } from '../table/column';
import { pickColumns } from '../table/pick-columns';
import type { Passport } from './passport';

/** A column that another name, type or unit was taken for. */
export interface ColumnNote {
  readonly kind: 'renamed' | 'retyped' | 'unit-differs';
  /** As the passport calls it. */
  readonly column: string;
  /** What the table has instead: a name, a type, or a unit (empty: none). */
  readonly found: string;
}

export interface Matched {
  /** The columns of the passport, in its order and under its ids, with the rows of the table. */
  readonly table: TableValue;
  readonly notes: readonly ColumnNote[];
  /** Columns of the table that scoring does not need. */
  readonly unused: number;
}

/**
 * Finds the passport's columns in another table: by name, in any order; else by a name that
 * differs only in case, width, spaces or underscores, when there is just one such. Numbers for
 * yes/no (0 and 1) and anything for a category are taken. Throws `score-columns-missing` with
 * all that are, and `score-column-type` with the row where text stands for a number.
 */
export function matchColumns({ columns }: Passport, table: TableValue): Matched {
  const found = columns.map((column) => ({ column, own: findColumn(table, column.name) }));
  const missing = found.filter(({ own }) => own === undefined).map(({ column }) => column.name);
  if (missing.length > 0) {
    const facts = { columns: missing.slice(0, 8).join(', '), count: missing.length };
    throw new Problem('score-columns-missing', { ...facts, of: columns.length });
  }
  const pairs = found as readonly Pair[];
  for (const pair of pairs) refuseType(table, pair);
  return {
    table: pickColumns(
      table,
      pairs.map(({ column, own }) => ({ from: own.id, as: column })),
    ),
    notes: pairs.flatMap(notesOn),
    unused: table.columns.length - new Set(pairs.map(({ own }) => own.id)).size,
  };
}

interface Pair {
  readonly column: ColumnMeta;
  /** The column of the table. */
  readonly own: ColumnMeta;
}

function findColumn({ columns }: TableValue, name: string): ColumnMeta | undefined {
  const same = columns.find((column) => column.name === name);
  if (same) return same;
  const alike = columns.filter((column) => plain(column.name) === plain(name));
  return alike.length === 1 ? alike[0] : undefined;
}

/** A name without what people type differently: case, full width, spaces, underscores, hyphens. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');
}

function notesOn({ column, own }: Pair): ColumnNote[] {
  const notes: ColumnNote[] = [];
  if (own.name !== column.name) {
    notes.push({ kind: 'renamed', column: column.name, found: own.name });
  }
  if (own.type !== column.type) {
    notes.push({ kind: 'retyped', column: column.name, found: own.type });
  }
  if (column.type === 'number' && (own.unit ?? '') !== (column.unit ?? '')) {
    notes.push({ kind: 'unit-differs', column: column.name, found: own.unit ?? '' });
  }
  return notes;
}

const isNumbers = ({ type }: ColumnMeta): boolean => type === 'number' || type === 'boolean';

/** Categories take any value as its text; numbers only numbers, dates only dates. */
function refuseType(table: TableValue, { column, own }: Pair): void {
  if (column.type === own.type) return;
  if (column.type === 'boolean' && own.type === 'number') {
    const at = numbersOf(table, own.id).findIndex(
      (value) => value !== 0 && value !== 1 && value === value,
    );
    if (at < 0) return;
    refuse(table, { column, own }, at);
  }
  if (column.type === 'number' && isNumbers(own)) return;
  if (column.type !== 'number' && column.type !== 'date' && column.type !== 'boolean') return;
  const first = codesOf(table, own.id).codes.findIndex((code) => code >= 0);
  // A column without any value is of no type: each of its rows is missing.
  if (first >= 0) refuse(table, { column, own }, first);
}

function refuse(table: TableValue, { column, own }: Pair, row: number): never {
  const { codes, levels } = codesOf(table, own.id);
  throw new Problem('score-column-type', {
    column: own.name,
    expected: column.type,
    found: own.type,
    row: row + 1,
    value: (levels[codes[row]!] ?? '').slice(0, 40),
  });
}
