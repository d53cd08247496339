import { DataType, type Data } from 'apache-arrow';
import type { NewColumn } from '../create-table';
import { presenceOf } from './column-values';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';

/** Two hashes a row, 64 bits in all. */
export interface RowHashes {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** A column whose values can be stirred into hashes, and compared. */
export interface HashedColumn {
  readonly addTo: (hashes: RowHashes, rows: Int32Array) => Paced<void>;
  readonly areEqual: (a: number, b: number) => boolean;
}

const MISSING = 0x9e3779b9;
const MINUS = 0x80000000;

/**
 * A column as words of 32 bits, read where they lie: equal values, and only these, are equal words;
 * missing equals missing, and −0 is 0.
 */
export function hashedColumn(column: NewColumn): HashedColumn {
  const { data } = column;
  if (DataType.isUtf8(data.type)) return hashedTexts(data, presenceOf(column));
  const isPresent = presenceOf(column);
  if (DataType.isFloat(data.type) || DataType.isTimestamp(data.type)) {
    const values = data.values as Float64Array | BigInt64Array;
    const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
    return hashedWords(words, isPresent);
  }
  const codes = DataType.isBool(data.type) ? bitsOf(data) : dictionaryCodes(data);
  return hashedCodes(codes, isPresent);
}

function hashedWords(words: Uint32Array, isPresent: (row: number) => boolean): HashedColumn {
  // The sign of a zero is its only bit.
  const highOf = (row: number): number =>
    words[2 * row + 1] === MINUS && words[2 * row] === 0 ? 0 : words[2 * row + 1]!;
  return {
    *addTo(hashes, rows) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        if (isPresent(row)) mix(hashes, row, words[2 * row]!, highOf(row));
        else mix(hashes, row, MISSING, 1);
        if (i % (BLOCK * 4) === 0) yield;
      }
    },
    areEqual: (a, b) => {
      if (!isPresent(a) || !isPresent(b)) return isPresent(a) === isPresent(b);
      return words[2 * a] === words[2 * b] && highOf(a) === highOf(b);
    },
  };
}

function hashedCodes(
  codeOf: (row: number) => number,
  isPresent: (row: number) => boolean,
): HashedColumn {
  const code = (row: number): number => (isPresent(row) ? codeOf(row) : -1);
  return {
    *addTo(hashes, rows) {
      for (let i = 0; i < rows.length; i++) {
        mix(hashes, rows[i]!, code(rows[i]!), 0);
        if (i % (BLOCK * 4) === 0) yield;
      }
    },
    areEqual: (a, b) => code(a) === code(b),
  };
}

function bitsOf(flags: Data): (row: number) => number {
  const bits: Uint8Array = flags.values;
  return (row) => (bits[(flags.offset + row) >> 3]! >> ((flags.offset + row) & 7)) & 1;
}

/** A dictionary from elsewhere may hold a level twice. */
function dictionaryCodes(coded: Data): (row: number) => number {
  const numbers = new Map<string, number>();
  const dictionary = coded.dictionary!;
  const codeOf = Int32Array.from({ length: dictionary.length }, (_, index) => {
    const level = String(dictionary.get(index));
    const known = numbers.get(level) ?? numbers.size;
    numbers.set(level, known);
    return known;
  });
  const indices = coded.values as Int32Array;
  return (row) => codeOf[indices[row]!]!;
}

function hashedTexts(texts: Data, isPresent: (row: number) => boolean): HashedColumn {
  const offsets: Int32Array = texts.valueOffsets;
  const bytes: Uint8Array = texts.values;
  const addText = (hashes: RowHashes, row: number): void => {
    let hash = 0x811c9dc5;
    let other = 0;
    const to = offsets[row + 1]!;
    for (let at = offsets[row]!; at < to; at++) {
      hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
      other = (Math.imul(other, 31) + bytes[at]!) | 0;
    }
    mix(hashes, row, hash, other ^ (to - offsets[row]!));
  };
  return {
    *addTo(hashes, rows) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        if (isPresent(row)) addText(hashes, row);
        else mix(hashes, row, MISSING, 1);
        if (i % (SLOW_BLOCK * 4) === 0) yield;
      }
    },
    areEqual: (a, b) => {
      if (!isPresent(a) || !isPresent(b)) return isPresent(a) === isPresent(b);
      const [from, other, length] = [offsets[a]!, offsets[b]!, offsets[a + 1]! - offsets[a]!];
      if (offsets[b + 1]! - other !== length) return false;
      for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[other + i]) return false;
      return true;
    },
  };
}

/** Stirs two words into the hashes of a row (after the finalizer of MurmurHash3, Appleby). */
// eslint-disable-next-line max-params -- called for every value; an object would cost more than the work
function mix({ low, high }: RowHashes, row: number, one: number, two: number): void {
  let h = Math.imul(low[row]! ^ one, 0xcc9e2d51);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ Math.imul(two, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  low[row] = h ^ (h >>> 16);
  let g = Math.imul(high[row]! ^ two ^ 0x5bd1e995, 0xc2b2ae35);
  g = Math.imul(g ^ (g >>> 16), 0x1b873593) + Math.imul(one, 0x165667b1);
  high[row] = g ^ (g >>> 14) ^ h;
}
