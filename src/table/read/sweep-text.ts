import { makeData, Utf8 } from 'apache-arrow';
import { Problem } from '../../core/problem';
import { booleanColumn, categoryColumn, validityOf, type NewColumn } from '../create-table';
import { ByteIndex } from '../byte-index';
import type { MissingWords } from './missing-words';
import { PlainNumbers } from './plain-numbers';
import type { TextBlock, TextStore } from './text-store';

const decoder = new TextDecoder();
/** Arrow's text columns count their bytes in 32 bits. */
const TEXT_LIMIT_BYTES = 2 ** 31 - 1;

export const YES_NO_PAIRS: readonly (readonly [no: string, yes: string])[] = [
  ['false', 'true'],
  ['no', 'yes'],
  ['n', 'y'],
  ['f', 't'],
  ['否', '是'],
  ['无', '有'],
  ['假', '真'],
  ['错', '对'],
  ['不是', '是'],
  ['没有', '有'],
];

/** Reads a column as yes and no when every value is one word of one pair; null otherwise. */
export function* sweepBooleans(store: TextStore, name: string): Generator<void, NewColumn | null> {
  const values = new Int8Array(store.rows).fill(-1);
  let pairs = YES_NO_PAIRS;
  let row = 0;
  for (const block of store.blocks) {
    let from = 0;
    for (let i = 0; i < block.rows; i++, row++) {
      const to = block.ends[i]!;
      if (!store.missing.has(block.bytes, from, to)) {
        if (to - from > 12) return null;
        const word = decoder.decode(block.bytes.subarray(from, to)).trim().toLowerCase();
        pairs = pairs.length === 1 ? pairs : pairs.filter((pair) => pair.includes(word));
        const value = pairs[0]?.indexOf(word) ?? -1;
        if (value < 0) return null;
        values[row] = value;
      }
      from = to;
    }
    yield;
  }
  return hasMeaning(values, pairs) ? booleanColumn(name, values) : null;
}

/** A single letter (Y, F, …) says yes or no only where its opposite occurs, too. */
function hasMeaning(values: Int8Array, pairs: typeof YES_NO_PAIRS): boolean {
  const hasBoth = values.includes(1) && values.includes(0);
  return hasBoth || (values.some((value) => value >= 0) && !/^[a-z]$/.test(pairs[0]![0]));
}

/** Distinct values of a text column, as far as they were counted. */
export interface TextSweep {
  readonly codes: Int32Array;
  readonly index: ByteIndex;
  readonly present: number;
  /** Counting stopped at the limit: there are more distinct values than `index` holds. */
  readonly isCut: boolean;
  /** Every value has a digit and no blank: what codes look like. */
  readonly isCodeLike: boolean;
}

/** Counts distinct values up to `limit`; yields after each block of rows. */
export function* sweepText(store: TextStore, limit: number): Generator<void, TextSweep> {
  store.needText();
  const codes = new Int32Array(store.rows).fill(-1);
  const index = new ByteIndex();
  let present = 0;
  let isCodeLike = true;
  let row = 0;
  for (const block of store.blocks) {
    let from = 0;
    for (let i = 0; i < block.rows; i++, row++) {
      const to = block.ends[i]!;
      if (!store.missing.has(block.bytes, from, to)) {
        present++;
        isCodeLike &&= looksLikeCode(block.bytes, from, to);
        if (index.size <= limit) codes[row] = index.codeOf(block.bytes, from, to);
        else if (!isCodeLike) return { codes, index, present, isCut: true, isCodeLike };
      }
      from = to;
    }
    yield;
  }
  return { codes, index, present, isCut: index.size > limit, isCodeLike };
}

function looksLikeCode(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 64) return false;
  let hasDigit = false;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte <= 0x20) return false;
    if (byte >= 0x30 && byte <= 0x39) hasDigit = true;
  }
  return hasDigit;
}

export function categoryOf(name: string, { codes, index }: TextSweep): NewColumn {
  const levels = Array.from({ length: index.size }, (_, code) =>
    decoder.decode(index.bytesOf(code)),
  );
  return categoryColumn(name, codes, levels);
}

/** Marks the rows of a block that hold a word for missing, and counts the bytes of those words. */
function markAbsent(
  { bytes, ends, rows }: TextBlock,
  missing: MissingWords,
  isAbsent: Uint8Array,
): number {
  let absentBytes = 0;
  let from = 0;
  for (let i = 0; i < rows; i++) {
    const to = ends[i]!;
    if (missing.has(bytes, from, to)) {
      isAbsent[i] = 1;
      absentBytes += to - from;
    }
    from = to;
  }
  return absentBytes;
}

/** The column as text, byte for byte as in the file; missing words become missing. */
export function* buildText(
  store: TextStore,
  name: string,
  type: 'text' | 'identifier',
): Generator<void, NewColumn> {
  store.needText();
  if (store instanceof PlainNumbers && store.isWhole) return yield* buildWholes(store, name, type);
  const { rows } = store;
  const valueOffsets = new Int32Array(rows + 1);
  const isAbsent = new Uint8Array(rows);
  const total = store.blocks.reduce((sum, { ends, rows: n }) => sum + (ends[n - 1] ?? 0), 0);
  if (total > TEXT_LIMIT_BYTES) {
    throw new Problem('table-too-large', { rows, features: 1, limitBytes: TEXT_LIMIT_BYTES });
  }
  const packed = new Uint8Array(total);
  let used = 0;
  let row = 0;
  for (const block of store.blocks) {
    const ends = block.ends.subarray(0, block.rows);
    const absentBytes = markAbsent(block, store.missing, isAbsent.subarray(row, row + block.rows));
    if (absentBytes === 0) {
      packed.set(block.bytes.subarray(0, ends.at(-1) ?? 0), used);
      for (let i = 0; i < ends.length; i++) valueOffsets[row + i + 1] = used + ends[i]!;
      used += ends.at(-1) ?? 0;
    } else {
      let from = 0;
      for (const [i, to] of ends.entries()) {
        if (isAbsent[row + i] === 0) {
          packed.set(block.bytes.subarray(from, to), used);
          used += to - from;
        }
        valueOffsets[row + i + 1] = used;
        from = to;
      }
    }
    row += block.rows;
    yield;
  }
  const validity = validityOf(rows, (at) => isAbsent[at] === 1);
  const bytes = used === total ? packed : packed.slice(0, used);
  const utf8 = makeData({ type: new Utf8(), length: rows, valueOffsets, data: bytes, ...validity });
  return { name, type, data: utf8 };
}

/** Numbers that are names of things: written as they were, at once where they are to stand. */
function* buildWholes(
  store: PlainNumbers,
  name: string,
  type: 'text' | 'identifier',
): Generator<void, NewColumn> {
  const { rows, isFull } = store;
  const { bytes, offsets } = yield* store.wholes();
  const validity = isFull
    ? { nullCount: 0, nullBitmap: null }
    : validityOf(rows, (row) => offsets[row] === offsets[row + 1]);
  const utf8 = makeData({
    type: new Utf8(),
    length: rows,
    valueOffsets: offsets,
    data: bytes,
    ...validity,
  });
  return { name, type, data: utf8 };
}
