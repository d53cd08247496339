import { DataType, type Data, type Vector } from 'apache-arrow';
import { ByteIndex } from './byte-index';
import { isPresent } from './column';

const BLOCK = 1 << 14;
const TOP = 12;

interface ValueCounts {
  readonly missing: number;
  readonly distinct: number;
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

/** The distinct values of a column and where they stand. */
export interface ValueIndex {
  readonly missing: number;
  /** Number of the value in each row, in order of appearance (of the levels, for a category); −1 missing. */
  readonly codes: Int32Array;
  /** Numbered values; those of no row have the count 0. */
  readonly size: number;
  /** Rows of each value. May be longer than `size`. */
  readonly counts: Float64Array;
  /** The value as UTF-8; a view. */
  readonly bytesOf: (code: number) => Uint8Array;
}

/**
 * Numbers the distinct values of a boolean, category, text or identifier column, exactly. Linear;
 * holds each distinct value once, as bytes, and four bytes a row.
 */
export function* indexValues(vector: Vector): Generator<void, ValueIndex> {
  const counter = new Counter();
  const codes = new Int32Array(vector.length).fill(-1);
  let missing = 0;
  let from = 0;
  for (const chunk of vector.data) {
    const codeIn = counter.coderOf(chunk);
    for (let row = 0; row < chunk.length; row++) {
      if (isPresent(chunk, row)) counter.add((codes[from + row] = codeIn(row)));
      else missing++;
      if (row % BLOCK === BLOCK - 1) yield;
    }
    from += chunk.length;
  }
  return {
    missing,
    codes,
    size: counter.index.size,
    counts: counter.counts,
    bytesOf: (code) => counter.index.bytesOf(code),
  };
}

/**
 * The number of values that occur, and the most frequent of them. Ties keep the order of appearance
 * (of the levels, for a category).
 */
export function countIndexed({ missing, size, counts, bytesOf }: ValueIndex): ValueCounts {
  const best: number[] = [];
  let distinct = 0;
  for (let code = 0; code < size; code++) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    distinct++;
    if (best.length === TOP && count <= counts[best[TOP - 1]!]!) continue;
    const place = best.findIndex((other) => counts[other]! < count);
    best.splice(place < 0 ? best.length : place, 0, code);
    best.length = Math.min(best.length, TOP);
  }
  const decoder = new TextDecoder();
  const top = best.map((code) => ({
    value: decoder.decode(bytesOf(code)),
    count: counts[code]!,
  }));
  return { missing, distinct, top };
}

class Counter {
  readonly index = new ByteIndex();
  counts = new Float64Array(64);
  private readonly encoder = new TextEncoder();

  add(code: number): void {
    if (code >= this.counts.length) {
      const larger = new Float64Array(Math.max(code + 1, this.counts.length * 2));
      larger.set(this.counts);
      this.counts = larger;
    }
    this.counts[code]!++;
  }

  /** How a row of this chunk is numbered. */
  coderOf(chunk: Data): (row: number) => number {
    const type: DataType = chunk.type;
    if (DataType.isDictionary(type)) {
      const dictionary = chunk.dictionary!;
      const codes = Array.from({ length: dictionary.length }, (_, i) =>
        this.codeOf(String(dictionary.get(i))),
      );
      return (row) => codes[chunk.values[row]!]!;
    }
    if (DataType.isBool(type)) {
      const codes = [this.codeOf('false'), this.codeOf('true')];
      return (row) =>
        codes[(chunk.values[(chunk.offset + row) >> 3]! >> ((chunk.offset + row) & 7)) & 1]!;
    }
    const offsets: Int32Array = chunk.valueOffsets;
    return (row) => this.index.codeOf(chunk.values, offsets[row]!, offsets[row + 1]!);
  }

  private codeOf(text: string): number {
    const bytes = this.encoder.encode(text);
    return this.index.codeOf(bytes, 0, bytes.length);
  }
}
