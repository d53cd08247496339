import { DataType, type Data } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../../core/values';
import { ByteIndex } from '../byte-index';
import { isPresent, numbersBetween, vectorOf } from '../column';
import { NumberIndex } from './number-index';

const BLOCK = 1 << 14;

export interface CodedValues {
  /** One a row, by first appearance (of the level, for a category); −1 is missing. */
  readonly codes: Int32Array;
  /** Codes are below this; of a category some may not occur. */
  readonly count: number;
  /** The value as UTF-8; null for numbers, dates and yes/no. */
  readonly bytesOf: ((code: number) => Uint8Array) | null;
}

/**
 * The distinct values of any column as numbers, without making a string of any. Linear, yields
 * every few milliseconds.
 */
export function* codeValues(
  table: TableValue,
  { id, type }: ColumnMeta,
): Generator<void, CodedValues> {
  if (type === 'number' || type === 'date' || type === 'boolean') {
    const numbers = yield* readNumbers(table, id);
    return yield* codeNumbers(numbers);
  }
  const codes = new Int32Array(table.rows).fill(-1);
  const index = new ByteIndex();
  let from = 0;
  for (const chunk of vectorOf(table, id).data) {
    yield* codeTexts(chunk, codes.subarray(from, from + chunk.length), index);
    from += chunk.length;
  }
  return { codes, count: index.size, bytesOf: (code) => index.bytesOf(code) };
}

/** `numbersOf` that pauses. */
export function* readNumbers(table: TableValue, id: string): Generator<void, Float64Array> {
  const numbers = new Float64Array(table.rows);
  for (let from = 0; from < table.rows; from += 8 * BLOCK) {
    numbersBetween(table, id, { from, into: numbers.subarray(from, from + 8 * BLOCK) });
    yield;
  }
  return numbers;
}

/** Whole numbers that lie so close are looked up in a list: so many places a row at most. */
const PLACES_A_ROW = 4;

/** Numbers the distinct values by first appearance; NaN is missing. */
export function* codeNumbers(values: Float64Array): Generator<void, CodedValues> {
  const range = yield* wholeRange(values);
  const places = range === null ? Infinity : range.max - range.min + 1;
  if (range !== null && places <= Math.max(1024, PLACES_A_ROW * values.length)) {
    return yield* codeWhole(values, range.min, places);
  }
  const codes = new Int32Array(values.length);
  const index = new NumberIndex();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    codes[row] = Number.isNaN(value) ? -1 : index.codeOf(value);
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return { codes, count: index.size, bytesOf: null };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The least and largest value; null when one is not whole, or there is none. */
function* wholeRange(values: Float64Array): Generator<void, Range | null> {
  let [min, max] = [Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < min) min = value;
    if (value > max) max = value;
    if (Math.floor(value) !== value && !Number.isNaN(value)) return null;
    if ((row & (4 * BLOCK - 1)) === 0) yield;
  }
  return min <= max ? { min, max } : null;
}

/** No hashing: the code of a value stands at its place. */
function* codeWhole(
  values: Float64Array,
  min: number,
  places: number,
): Generator<void, CodedValues> {
  const codes = new Int32Array(values.length).fill(-1);
  const codeAt = new Int32Array(places).fill(-1);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const place = values[row]! - min;
    // A comparison with NaN is false: missing.
    if (place >= 0) {
      if (codeAt[place]! < 0) codeAt[place] = count++;
      codes[row] = codeAt[place]!;
    }
    if ((row & (2 * BLOCK - 1)) === 0) yield;
  }
  return { codes, count, bytesOf: null };
}

function* codeTexts(chunk: Data, into: Int32Array, index: ByteIndex): Generator<void, void> {
  const type: DataType = chunk.type;
  const codeIn = DataType.isDictionary(type) ? levelCoder(chunk, index) : textCoder(chunk, index);
  for (let row = 0; row < chunk.length; row++) {
    if (isPresent(chunk, row)) into[row] = codeIn(row);
    if ((row & (BLOCK - 1)) === 0) yield;
  }
}

function textCoder(chunk: Data, index: ByteIndex): (row: number) => number {
  const bytes: Uint8Array = chunk.values;
  const offsets: Int32Array = chunk.valueOffsets;
  return (row) => index.codeOf(bytes, offsets[row]!, offsets[row + 1]!);
}

function levelCoder(chunk: Data, index: ByteIndex): (row: number) => number {
  const encoder = new TextEncoder();
  const dictionary = chunk.dictionary!;
  const codes = Int32Array.from({ length: dictionary.length }, (_, level) => {
    const bytes = encoder.encode(String(dictionary.get(level)));
    return index.codeOf(bytes, 0, bytes.length);
  });
  return (row) => codes[Number(chunk.values[row]!)]!;
}
