import { Utf8, makeData, type Data } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../core/values';
import { codesOf, isPresent, numbersOf, vectorOf } from './column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  validityOf,
  type NewColumn,
} from './create-table';

/** Stands, in a list of rows to take, for a row that is not there: all its values are missing. */
export const NO_ROW = -1;

/**
 * The table that has these rows of `table`, in this order; a row may come several times, `NO_ROW`
 * gives a row of missing values. Names, types and units stay. Linear in rows × columns, yields
 * after every column.
 */
export function* takeRows(table: TableValue, rows: Int32Array): Generator<void, TableValue> {
  const columns: NewColumn[] = [];
  for (const column of table.columns) {
    columns.push(takeColumn(table, column, rows));
    yield;
  }
  return createTable(columns, rows.length);
}

/** The rows for which `keeps` holds, in order, as `takeRows` wants them. */
export function rowsWhere(rows: number, keeps: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (keeps(row)) kept[count++] = row;
  return kept.slice(0, count);
}

/** A column of a table for a table to come; its values are shared, not copied, where they lie together. */
export function sameColumn(table: TableValue, column: ColumnMeta): NewColumn {
  const { data: chunks } = vectorOf(table, column.id);
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return headed(column, only);
  const all = Int32Array.from({ length: table.rows }, (_, row) => row);
  return takeColumn(table, column, all);
}

/** The values of a column in these rows, as `takeRows` takes them. */
export function takeColumn(table: TableValue, column: ColumnMeta, rows: Int32Array): NewColumn {
  const { id, name, type, unit } = column;
  switch (type) {
    case 'number':
      return numberColumn(name, taken(numbersOf(table, id), rows), unit);
    case 'date':
      return headed(column, dateColumn(name, taken(numbersOf(table, id), rows)).data);
    case 'boolean':
      return headed(column, booleanColumn(name, takenFlags(numbersOf(table, id), rows)).data);
    case 'category':
      return headed(column, takenCategories(table, column, rows));
    case 'text':
    case 'identifier':
      return headed(column, takenTexts(vectorOf(table, id).data, rows));
    default:
      return type satisfies never;
  }
}

function headed({ name, type, unit }: ColumnMeta, values: Data): NewColumn {
  return { name, type, data: values, ...(unit === undefined ? {} : { unit }) };
}

function taken(values: Float64Array, rows: Int32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = rows[i]! < 0 ? NaN : values[rows[i]!]!;
  return found;
}

function takenFlags(values: Float64Array, rows: Int32Array): Int8Array {
  return Int8Array.from(rows, (row) => {
    const value = row < 0 ? NaN : values[row]!;
    return Number.isNaN(value) ? -1 : value;
  });
}

/** All levels stay, those too that occur in none of the rows: a level is a word, not a row. */
function takenCategories(table: TableValue, { id, name }: ColumnMeta, rows: Int32Array): Data {
  const { codes, levels } = codesOf(table, id);
  const found = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = rows[i]! < 0 ? -1 : codes[rows[i]!]!;
  return categoryColumn(name, found, levels).data;
}

/** Copies bytes: a text is never decoded only to be written again. */
function takenTexts(chunks: readonly Data[], rows: Int32Array): Data {
  const places = rows.length === 0 ? [] : chunkStarts(chunks);
  const valueOffsets = new Int32Array(rows.length + 1);
  const isMissing = new Uint8Array(rows.length);
  const each = (visit: (i: number, chunk: Data, row: number) => void): void => {
    let at = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row < 0) continue;
      if (row < places[at]! || row >= places[at + 1]!) at = chunkWith(places, row);
      visit(i, chunks[at]!, row - places[at]!);
    }
  };
  isMissing.fill(1);
  each((i, chunk, row) => {
    if (!isPresent(chunk, row)) return;
    isMissing[i] = 0;
    valueOffsets[i + 1] = chunk.valueOffsets[row + 1]! - chunk.valueOffsets[row]!;
  });
  for (let i = 0; i < rows.length; i++) valueOffsets[i + 1]! += valueOffsets[i]!;
  const texts = new Uint8Array(valueOffsets[rows.length]!);
  each((i, chunk, row) => {
    if (isMissing[i] === 1) return;
    const bytes: Uint8Array = chunk.values;
    texts.set(
      bytes.subarray(chunk.valueOffsets[row]!, chunk.valueOffsets[row + 1]!),
      valueOffsets[i]!,
    );
  });
  const validity = validityOf(rows.length, (i) => isMissing[i] === 1);
  return makeData({
    type: new Utf8(),
    length: rows.length,
    valueOffsets,
    data: texts,
    ...validity,
  });
}

/** First row of every chunk, and after the last the number of rows. */
function chunkStarts(chunks: readonly Data[]): number[] {
  const starts = [0];
  for (const { length } of chunks) starts.push(starts.at(-1)! + length);
  return starts;
}

function chunkWith(starts: readonly number[], row: number): number {
  let from = 0;
  let to = starts.length - 1;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (starts[middle]! <= row) from = middle;
    else to = middle;
  }
  return from;
}
