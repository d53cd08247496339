import { DataType, TimeUnit, type Data } from 'apache-arrow';
import { isJsonObject } from '../core/json';
import { Problem } from '../core/problem';
import type { ColumnMeta, ColumnType } from '../core/values';

const TYPES: readonly string[] = ['number', 'boolean', 'date', 'category', 'text', 'identifier'];

/** What came from another thread is not the table it should be. */
export function refuse(reason: string): never {
  throw new Problem('table-invalid', { reason });
}

/** What people see of the columns: ids by place, names that are there once, known types. */
export function parseColumns(columns: unknown): ColumnMeta[] {
  if (!Array.isArray(columns)) return refuse('columns-missing');
  const names = new Set<string>();
  return columns.map((column, index) => {
    const parsed = parseColumn(column, index);
    if (names.has(parsed.name)) refuse('name-repeated');
    names.add(parsed.name);
    return parsed;
  });
}

function parseColumn(column: unknown, index: number): ColumnMeta {
  if (!isJsonObject(column)) return refuse('column-invalid');
  const { id, name, type, unit } = column;
  if (id !== `c${index}` || typeof name !== 'string' || name === '') return refuse('column-name');
  if (typeof type !== 'string' || !isColumnType(type)) return refuse('column-type');
  if (unit === undefined) return { id, name, type };
  return typeof unit === 'string' ? { id, name, type, unit } : refuse('column-unit');
}

function isColumnType(type: string): type is ColumnType {
  return TYPES.includes(type);
}

/** The Arrow type in which such a column is kept. */
export function isStoredAs(type: ColumnType, stored: DataType): boolean {
  switch (type) {
    case 'number':
      return DataType.isFloat(stored) && stored.ArrayType === Float64Array;
    case 'boolean':
      return DataType.isBool(stored);
    case 'date':
      return DataType.isTimestamp(stored) && stored.unit === TimeUnit.MILLISECOND;
    case 'category':
      return (
        DataType.isDictionary(stored) &&
        DataType.isUtf8(stored.dictionary) &&
        DataType.isInt(stored.indices) &&
        stored.indices.bitWidth === 32
      );
    case 'text':
    case 'identifier':
      return DataType.isUtf8(stored);
    default:
      return type satisfies never;
  }
}

/** Everything that later code relies on: buffer sizes, text offsets, dictionary codes in range. */
export function checkChunk(chunk: Data): void {
  const { length, offset } = chunk;
  const bitsNeeded = (length + offset + 7) >> 3;
  if (chunk.nullCount > 0 && (chunk.nullBitmap?.length ?? 0) < bitsNeeded) refuse('validity');
  const type: DataType = chunk.type;
  if (DataType.isUtf8(type)) checkText(chunk);
  else if (DataType.isBool(type)) {
    if (chunk.values.length < bitsNeeded) refuse('values');
  } else if (chunk.values.length < length) refuse('values');
  if (DataType.isDictionary(type)) checkCodes(chunk);
}

function checkText(chunk: Data): void {
  const offsets: Int32Array = chunk.valueOffsets;
  if (chunk.length === 0) return;
  if (offsets.length < chunk.length + 1 || offsets[0]! < 0) refuse('offsets');
  for (let row = 0; row < chunk.length; row++) {
    if (offsets[row + 1]! < offsets[row]!) refuse('offsets');
  }
  if (offsets[chunk.length]! > chunk.values.length) refuse('offsets');
}

function checkCodes(chunk: Data): void {
  const dictionary = chunk.dictionary ?? refuse('dictionary');
  for (const part of dictionary.data) checkChunk(part);
  if (dictionary.nullCount > 0) refuse('dictionary');
  const codes: Int32Array = chunk.values;
  const hasMissing = chunk.nullCount > 0;
  for (let row = 0; row < chunk.length; row++) {
    const code = codes[row]!;
    if (code >= 0 && code < dictionary.length) continue;
    const bit = chunk.offset + row;
    const isMissing = hasMissing && (chunk.nullBitmap[bit >> 3]! & (1 << (bit & 7))) === 0;
    if (!isMissing) refuse('code');
  }
}
