import {
  Bool,
  DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  Utf8,
  makeData,
  makeVector,
  type Data,
} from 'apache-arrow';
import type { ColumnMeta, ColumnType, TableValue } from '../core/values';

/** A column before it has a place in a table: everything but its id. */
export interface NewColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly data: Data;
}

interface Validity {
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array | null;
}

/** A bit a row, least significant first; no bitmap when nothing is missing. */
export function validityOf(rows: number, isMissing: (row: number) => boolean): Validity {
  const nullBitmap = new Uint8Array((rows + 7) >> 3);
  let nullCount = 0;
  for (let row = 0; row < rows; row++) {
    if (isMissing(row)) nullCount++;
    else nullBitmap[row >> 3]! |= 1 << (row & 7);
  }
  return nullCount === 0 ? ALL_PRESENT : { nullCount, nullBitmap };
}

const ALL_PRESENT: Validity = { nullCount: 0, nullBitmap: null };

/** Where numbers are present; NaN is missing. Most columns lack none, which a quick look shows. */
function presenceOf(values: Float64Array): Validity {
  let isWhole = true;
  for (let row = 0; row < values.length && isWhole; row++) isWhole = !Number.isNaN(values[row]!);
  if (isWhole) return ALL_PRESENT;
  return validityOf(values.length, (row) => Number.isNaN(values[row]!));
}

/** A number column; NaN is missing. Takes the array: the caller must not write to it again. */
export function numberColumn(name: string, values: Float64Array, unit?: string): NewColumn {
  return numbersWith(presenceOf(values), { name, values, unit });
}

/** A number column whose maker knows that it has no NaN. Takes the array. */
export function fullNumberColumn(name: string, values: Float64Array, unit?: string): NewColumn {
  return numbersWith(ALL_PRESENT, { name, values, unit });
}

function numbersWith(
  presence: Validity,
  {
    name,
    values,
    unit,
  }: { readonly name: string; readonly values: Float64Array; readonly unit: string | undefined },
): NewColumn {
  const type = new Float64();
  const stored = makeData({ type, length: values.length, data: values, ...presence });
  return { name, type: 'number', data: stored, ...(unit === undefined ? {} : { unit }) };
}

const TWO_32 = 2 ** 32;

/** A date column from milliseconds since 1970 (UTC); NaN is missing. */
export function dateColumn(name: string, values: Float64Array): NewColumn {
  const rows = values.length;
  const stamps = new BigInt64Array(rows);
  // Two halves, low first as Arrow stores them: a BigInt a row costs ten times as long.
  const halves = new Int32Array(stamps.buffer);
  for (let row = 0; row < rows; row++) {
    const ms = Number.isNaN(values[row]!) ? 0 : Math.trunc(values[row]!);
    halves[2 * row] = ms % TWO_32;
    halves[2 * row + 1] = Math.floor(ms / TWO_32);
  }
  const type = new TimestampMillisecond();
  const stored = makeData({ type, length: rows, data: stamps, ...presenceOf(values) });
  return { name, type: 'date', data: stored };
}

/** A boolean column from 1 (true), 0 (false) and −1 (missing). */
export function booleanColumn(name: string, values: Int8Array): NewColumn {
  const rows = values.length;
  const bits = new Uint8Array((rows + 7) >> 3);
  for (let row = 0; row < rows; row++) {
    if (values[row] === 1) bits[row >> 3]! |= 1 << (row & 7);
  }
  const validity = validityOf(rows, (row) => values[row]! < 0);
  const stored = makeData({ type: new Bool(), length: rows, data: bits, ...validity });
  return { name, type: 'boolean', data: stored };
}

/** A category column from indices into `levels`; −1 is missing. Takes the array. */
export function categoryColumn(
  name: string,
  codes: Int32Array,
  levels: readonly string[],
): NewColumn {
  const validity = validityOf(codes.length, (row) => codes[row]! < 0);
  // Arrow readers elsewhere check every index, those of missing values too.
  for (let row = 0; row < codes.length; row++) if (codes[row]! < 0) codes[row] = 0;
  const stored = makeData({
    type: new Dictionary(new Utf8(), new Int32()),
    length: codes.length,
    data: codes,
    dictionary: makeVector(textData(levels)),
    ...validity,
  });
  return { name, type: 'category', data: stored };
}

/** A text (or identifier) column; null is missing. */
export function textColumn(
  name: string,
  values: readonly (string | null)[],
  type: 'text' | 'identifier' = 'text',
): NewColumn {
  return { name, type, data: textData(values) };
}

export function textData(values: readonly (string | null)[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const parts = values.map((value) => encoder.encode(value ?? ''));
  const valueOffsets = new Int32Array(values.length + 1);
  parts.forEach((part, i) => (valueOffsets[i + 1] = valueOffsets[i]! + part.length));
  const bytes = new Uint8Array(valueOffsets[values.length]!);
  parts.forEach((part, i) => bytes.set(part, valueOffsets[i]!));
  const validity = validityOf(values.length, (row) => values[row] === null);
  return makeData({
    type: new Utf8(),
    length: values.length,
    valueOffsets,
    data: bytes,
    ...validity,
  });
}

/**
 * Puts columns together as a table of one record batch; they get the ids `c0`, `c1`, … in
 * order. Names must be unique and not empty, all columns equally long.
 */
export function createTable(newColumns: readonly NewColumn[], rows?: number): TableValue {
  const columns: ColumnMeta[] = newColumns.map(({ name, type, unit }, index) => ({
    id: `c${index}`,
    name,
    type,
    ...(unit === undefined ? {} : { unit }),
  }));
  const children = newColumns.map(({ data }, index) => withDictionaryKey(data, index));
  const fields = columns.map(({ id }, index) => new Field(id, children[index]!.type, true));
  const length = rows ?? children[0]?.length ?? 0;
  const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  const schema = new Schema(fields);
  const table = new Table(schema, [new RecordBatch(schema, struct)]);
  return { kind: 'table', table, columns, rows: length };
}

/**
 * Dictionaries are written under a number that Arrow counts up through the life of the
 * program; the column's index instead makes equal tables equal bytes.
 */
function withDictionaryKey(chunk: Data, index: number): Data {
  const type: DataType = chunk.type;
  if (!DataType.isDictionary(type)) return chunk;
  return chunk.clone(new Dictionary(type.dictionary, type.indices, index));
}
