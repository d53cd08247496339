import { makeData, Utf8, type Data } from 'apache-arrow';
import { Problem } from '../../core/problem';
import type { ColumnMeta, ColumnType, TableValue } from '../../core/values';
import { codesOf, isPresent, numbersOf, textOf, vectorOf } from '../column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
  validityOf,
  type NewColumn,
} from '../create-table';
import { commonType, typesByName } from './agree-on-types';

/** Arrow's text columns count their bytes in 32 bits. */
const TEXT_LIMIT_BYTES = 2 ** 31 - 1;

/** A column of one of the tables; null where that table has none of the name. */
interface Part {
  readonly table: TableValue;
  readonly column: ColumnMeta | null;
}

/**
 * The rows of all tables one after the other, columns put together by name in the order in which
 * they first appear; what a table lacks is missing. A column that tables take for different things
 * is text (or an identifier). Yields after every column; linear in rows × columns.
 */
export function* appendTables(tables: readonly TableValue[]): Generator<void, TableValue> {
  const columns: NewColumn[] = [];
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  for (const [name, types] of typesByName(tables)) {
    const parts = tables.map((table) => ({
      table,
      column: table.columns.find((column) => column.name === name) ?? null,
    }));
    columns.push(appended(name, commonType(types), { parts, rows }));
    yield;
  }
  return createTable(columns, rows);
}

interface Parts {
  readonly parts: readonly Part[];
  readonly rows: number;
}

function appended(name: string, type: ColumnType, of: Parts): NewColumn {
  switch (type) {
    case 'number':
      return numberColumn(name, numbersIn(of), commonUnit(of.parts));
    case 'date':
      return dateColumn(name, numbersIn(of));
    case 'boolean':
      return booleanColumn(
        name,
        Int8Array.from(numbersIn(of), (x) => (Number.isNaN(x) ? -1 : x)),
      );
    case 'category':
      return categoriesIn(name, of);
    case 'text':
    case 'identifier':
      return textsIn(name, type, of);
    default:
      return type satisfies never;
  }
}

function numbersIn({ parts, rows }: Parts): Float64Array {
  const values = new Float64Array(rows).fill(NaN);
  let at = 0;
  for (const { table, column } of parts) {
    if (column !== null && isFilled(table, column)) values.set(numbersOf(table, column.id), at);
    at += table.rows;
  }
  return values;
}

function isFilled(table: TableValue, { id }: ColumnMeta): boolean {
  return vectorOf(table, id).nullCount < table.rows;
}

/** Values in different units are not comparable: the unit is then left out, and the report says so. */
function commonUnit(parts: readonly Part[]): string | undefined {
  const units = new Set(
    parts.flatMap(({ table, column }) =>
      column !== null && isFilled(table, column) ? [column.unit] : [],
    ),
  );
  return units.size === 1 ? [...units][0] : undefined;
}

function categoriesIn(name: string, { parts, rows }: Parts): NewColumn {
  const codes = new Int32Array(rows).fill(-1);
  const known = new Map<string, number>();
  let at = 0;
  for (const { table, column } of parts) {
    if (column !== null && isFilled(table, column)) {
      const { codes: own, levels } = codesOf(table, column.id);
      const shared = Int32Array.from(levels, (level) => {
        if (!known.has(level)) known.set(level, known.size);
        return known.get(level)!;
      });
      for (let row = 0; row < own.length; row++) codes[at + row] = shared[own[row]!] ?? -1;
    }
    at += table.rows;
  }
  return categoryColumn(name, codes, [...known.keys()]);
}

function textsIn(name: string, type: 'text' | 'identifier', { parts, rows }: Parts): NewColumn {
  const valueOffsets = new Int32Array(rows + 1);
  const isAbsent = new Uint8Array(rows).fill(1);
  const chunks = parts.flatMap(textsOf);
  let used = 0;
  eachText(chunks, (row, bytes) => {
    isAbsent[row] = 0;
    used += bytes.length;
    valueOffsets[row + 1] = bytes.length;
  });
  if (used > TEXT_LIMIT_BYTES) {
    throw new Problem('table-too-large', { rows, features: 1, limitBytes: TEXT_LIMIT_BYTES });
  }
  for (let row = 0; row < rows; row++) valueOffsets[row + 1]! += valueOffsets[row]!;
  const bytesOfAll = new Uint8Array(used);
  eachText(chunks, (row, bytes) => bytesOfAll.set(bytes, valueOffsets[row]));
  const validity = validityOf(rows, (row) => isAbsent[row] === 1);
  const texts = makeData({
    type: new Utf8(),
    length: rows,
    valueOffsets,
    data: bytesOfAll,
    ...validity,
  });
  return { name, type, data: texts };
}

/** The texts of one part; a number stands for so many missing ones. */
function textsOf({ table, column }: Part): readonly (Data | number)[] {
  if (column === null) return [table.rows];
  const { id, type } = column;
  if (type === 'text' || type === 'identifier') return vectorOf(table, id).data;
  const texts = Array.from({ length: table.rows }, (_, row) => textOf(table, id, row));
  return [textColumn(column.name, texts).data];
}

function eachText(
  chunks: readonly (Data | number)[],
  visit: (row: number, bytes: Uint8Array) => void,
): void {
  let row = 0;
  for (const chunk of chunks) {
    if (typeof chunk === 'number') row += chunk;
    else {
      const bytes: Uint8Array = chunk.values;
      for (let i = 0; i < chunk.length; i++, row++) {
        if (!isPresent(chunk, i)) continue;
        visit(row, bytes.subarray(chunk.valueOffsets[i], chunk.valueOffsets[i + 1]));
      }
    }
  }
}

/** A column that says which of the tables that were appended each row comes from. */
export function originColumn(
  name: string,
  parts: readonly { readonly name: string; readonly rows: number }[],
): NewColumn {
  const codes = new Int32Array(parts.reduce((sum, { rows }) => sum + rows, 0));
  let at = 0;
  parts.forEach(({ rows }, i) => {
    codes.fill(i, at, at + rows);
    at += rows;
  });
  return categoryColumn(
    name,
    codes,
    parts.map((part) => part.name),
  );
}
