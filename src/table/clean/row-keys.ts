import { DataType, type Data } from 'apache-arrow';
import { codesOf } from '../column';
import type { NewColumn } from '../create-table';
import { numbersIn, presenceOf } from './column-values';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import { tableOf } from './working';

/** Two hashes a row over some columns, 64 bits in all, and whether two rows are really equal there. */
export interface RowKeys {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly areEqual: (a: number, b: number) => boolean;
}

const MISSING = 0x9e3779b9;

/**
 * Keys of all rows by the values of these columns; missing equals missing, 0 equals −0. Column by
 * column, without a string a row: 8 bytes a row, and while a column is added its numbers.
 */
export function* rowKeys(rows: number, columns: readonly NewColumn[]): Paced<RowKeys> {
  const low = new Uint32Array(rows);
  const high = new Uint32Array(rows);
  const equals: ((a: number, b: number) => boolean)[] = [];
  for (const column of columns) {
    equals.push(yield* addColumn(column, low, high));
    yield;
  }
  return { low, high, areEqual: (a, b) => equals.every((areEqual) => areEqual(a, b)) };
}

function* addColumn(
  column: NewColumn,
  low: Uint32Array,
  high: Uint32Array,
): Paced<(a: number, b: number) => boolean> {
  const { data } = column;
  if (DataType.isUtf8(data.type)) return yield* addTexts(data, presenceOf(column), { low, high });
  if (DataType.isDictionary(data.type)) {
    const { codes } = codesOf(tableOf(data.length, [column]), 'c0');
    for (let row = 0; row < codes.length; row++) mix(low, high, row, codes[row]!, 0);
    yield;
    return (a, b) => codes[a] === codes[b];
  }
  return yield* addNumbers(column, { low, high });
}

interface Hashes {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

function* addNumbers(
  column: NewColumn,
  { low, high }: Hashes,
): Paced<(a: number, b: number) => boolean> {
  const numbers = numbersIn(column);
  const halves = new Uint32Array(numbers.buffer);
  for (let row = 0; row < numbers.length; row++) {
    // One NaN stands for missing, and −0 is 0: equal values have equal bits.
    if (numbers[row] === 0) numbers[row] = 0;
    const isMissing = Number.isNaN(numbers[row]);
    mix(
      low,
      high,
      row,
      isMissing ? MISSING : halves[2 * row]!,
      isMissing ? 1 : halves[2 * row + 1]!,
    );
    if (row % (BLOCK * 4) === 0) yield;
  }
  if (!DataType.isFloat(column.data.type)) return (a, b) => Object.is(numbers[a], numbers[b]);
  // The column's own memory answers, so that the copy can go.
  const values = column.data.values as Float64Array;
  const isPresent = presenceOf(column);
  return (a, b) => isPresent(a) === isPresent(b) && (!isPresent(a) || values[a] === values[b]);
}

function* addTexts(
  texts: Data,
  isPresent: (row: number) => boolean,
  { low, high }: Hashes,
): Paced<(a: number, b: number) => boolean> {
  const offsets: Int32Array = texts.valueOffsets;
  const bytes: Uint8Array = texts.values;
  for (let row = 0; row < texts.length; row++) {
    if (!isPresent(row)) mix(low, high, row, MISSING, 1);
    else {
      let hash = 0x811c9dc5;
      let other = 0;
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
        hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
        other = (Math.imul(other, 31) + bytes[at]!) | 0;
      }
      mix(low, high, row, hash, other ^ (offsets[row + 1]! - offsets[row]!));
    }
    if (row % (SLOW_BLOCK * 4) === 0) yield;
  }
  return (a, b) => {
    if (!isPresent(a) || !isPresent(b)) return isPresent(a) === isPresent(b);
    const length = offsets[a + 1]! - offsets[a]!;
    if (offsets[b + 1]! - offsets[b]! !== length) return false;
    const [from, other] = [offsets[a]!, offsets[b]!];
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[other + i]) return false;
    return true;
  };
}

/** Stirs two words into the hashes of a row (the finalizer of MurmurHash3, Appleby). */
// eslint-disable-next-line max-params -- called for every value; an object would cost more than the work
function mix(low: Uint32Array, high: Uint32Array, row: number, one: number, two: number): void {
  let h = Math.imul(low[row]! ^ one, 0xcc9e2d51);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ Math.imul(two, 0x27d4eb2f);
  h ^= h >>> 13;
  low[row] = h;
  let g = Math.imul(high[row]! ^ two ^ 0x5bd1e995, 0xc2b2ae35);
  g = Math.imul(g ^ (g >>> 16), 0x1b873593) + Math.imul(one, 0x165667b1);
  high[row] = g ^ (g >>> 14) ^ h;
}

/** For each of these rows the first of them that equals it, itself when none came before. */
export function* firstEquals(keys: RowKeys, rows: Int32Array): Paced<Int32Array> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, rows.length * 2)));
  const slots = new Int32Array(size).fill(-1);
  const firsts = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let slot = keys.low[row]! & (size - 1);
    for (;;) {
      const first = slots[slot]!;
      if (first < 0) {
        slots[slot] = row;
        firsts[i] = row;
        break;
      }
      const isAlike = keys.low[first] === keys.low[row] && keys.high[first] === keys.high[row];
      if (isAlike && keys.areEqual(first, row)) {
        firsts[i] = first;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
    if (i % (SLOW_BLOCK * 4) === 0) yield;
  }
  return firsts;
}

/** How many of these rows equal an earlier one of them in every column. */
export function* countRepeats(
  columns: readonly NewColumn[],
  rows: Int32Array,
  inputRows: number,
): Paced<number> {
  if (columns.length === 0) return 0;
  const firsts = yield* firstEquals(yield* rowKeys(inputRows, columns), rows);
  let repeats = 0;
  for (let i = 0; i < rows.length; i++) if (firsts[i] !== rows[i]) repeats++;
  return repeats;
}
