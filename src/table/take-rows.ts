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
 * every few milliseconds.
 */
export function* takeRows(table: TableValue, rows: Int32Array): Generator<void, TableValue> {
  const columns: NewColumn[] = [];
  for (const column of table.columns) {
    columns.push(yield* takenColumn(table, column, rows));
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
  return atOnce(takenColumn(table, column, rows));
}

/** `takeColumn` that pauses. */
export function* takenColumn(
  table: TableValue,
  column: ColumnMeta,
  rows: Int32Array,
): Generator<void, NewColumn> {
  const { id, name, type, unit } = column;
  switch (type) {
    case 'number':
      return numberColumn(name, yield* taken(numbersOf(table, id), rows), unit);
    case 'date':
      return headed(column, dateColumn(name, yield* taken(numbersOf(table, id), rows)).data);
    case 'boolean':
      return headed(column, booleanColumn(name, takenFlags(numbersOf(table, id), rows)).data);
    case 'category':
      return headed(column, yield* takenCategories(table, column, rows));
    case 'text':
    case 'identifier':
      return headed(column, yield* takenTexts(vectorOf(table, id).data, rows));
    default:
      return type satisfies never;
  }
}

function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function headed({ name, type, unit }: ColumnMeta, values: Data): NewColumn {
  return { name, type, data: values, ...(unit === undefined ? {} : { unit }) };
}

function* taken(values: Float64Array, rows: Int32Array): Generator<void, Float64Array> {
  yield;
  const found = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = rows[i]! < 0 ? NaN : values[rows[i]!]!;
  yield;
  return found;
}

function takenFlags(values: Float64Array, rows: Int32Array): Int8Array {
  return Int8Array.from(rows, (row) => {
    const value = row < 0 ? NaN : values[row]!;
    return Number.isNaN(value) ? -1 : value;
  });
}

/** All levels stay, those too that occur in none of the rows: a level is a word, not a row. */
function* takenCategories(
  table: TableValue,
  { id, name }: ColumnMeta,
  rows: Int32Array,
): Generator<void, Data> {
  const { codes, levels } = codesOf(table, id);
  yield;
  const found = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) found[i] = rows[i]! < 0 ? -1 : codes[rows[i]!]!;
  yield;
  return categoryColumn(name, found, levels).data;
}

/** Rows between two pauses. */
const BLOCK = 1 << 14;

/** Copies bytes: a text is never decoded only to be written again. Pauses every few milliseconds. */
function* takenTexts(chunks: readonly Data[], rows: Int32Array): Generator<void, Data> {
  const placeOf = createFinder(rows.length === 0 ? [] : chunkStarts(chunks));
  const valueOffsets = new Int32Array(rows.length + 1);
  const isMissing = new Uint8Array(rows.length).fill(1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const { index, start } = placeOf(row);
    const chunk = chunks[index];
    let length = 0;
    if (row >= 0 && chunk !== undefined && isPresent(chunk, row - start)) {
      isMissing[i] = 0;
      length = chunk.valueOffsets[row - start + 1]! - chunk.valueOffsets[row - start]!;
    }
    valueOffsets[i + 1] = valueOffsets[i]! + length;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  const texts = new Uint8Array(valueOffsets[rows.length]!);
  for (let i = 0; i < rows.length; i++) {
    if (i % BLOCK === BLOCK - 1) yield;
    if (isMissing[i] === 1) continue;
    const { index, start } = placeOf(rows[i]!);
    const chunk = chunks[index]!;
    const bytes: Uint8Array = chunk.values;
    const end = valueOffsets[i + 1]!;
    let from = chunk.valueOffsets[rows[i]! - start]!;
    for (let at = valueOffsets[i]!; at < end; at++) texts[at] = bytes[from++]!;
  }
  const validity = validityOf(rows.length, (i) => isMissing[i] === 1);
  return makeData({
    type: new Utf8(),
    length: rows.length,
    valueOffsets,
    data: texts,
    ...validity,
  });
}

/** Finds the chunk of a row and where it begins; rows that ascend are found at once. */
function createFinder(starts: readonly number[]) {
  const place = { index: 0, start: 0 };
  return (row: number): { readonly index: number; readonly start: number } => {
    if (row >= 0 && (row < starts[place.index]! || row >= starts[place.index + 1]!)) {
      place.index = chunkWith(starts, row);
      place.start = starts[place.index]!;
    }
    return place;
  };
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
