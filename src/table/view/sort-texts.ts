import type { Data } from 'apache-arrow';
import { sortByKey, type Ordered, type Part } from './radix';

/** The bytes of every text of a column, one after the other. */
export interface TextBytes {
  readonly bytes: Uint8Array;
  /** Where each row begins; after the last, where it ends. */
  readonly offsets: Int32Array;
}

/** Texts in pieces as one; shared, not copied, where they lie together. */
export function textBytes(chunks: readonly Data[]): TextBytes {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) {
    return { bytes: only.values, offsets: only.valueOffsets };
  }
  const rows = chunks.reduce((sum, { length }) => sum + length, 0);
  const offsets = new Int32Array(rows + 1);
  const sizes = chunks.map((chunk) => chunk.valueOffsets[chunk.length]! - chunk.valueOffsets[0]!);
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let row = 0;
  for (const { length, valueOffsets, values } of chunks) {
    const shift = offsets[row]! - valueOffsets[0]!;
    bytes.set(values.subarray(valueOffsets[0]!, valueOffsets[length]!), offsets[row]!);
    for (let i = 0; i < length; i++) offsets[++row] = valueOffsets[i + 1]! + shift;
  }
  return { bytes, offsets };
}

/** Bytes of a text that one key holds; its last byte says how many there are. */
const WORD = 7;
/** Shorter stretches are sorted by comparing. */
const FEW = 2048;

/**
 * Sorts rows by the bytes of their texts, which is the order of code points, stable and in either
 * direction: by seven bytes at a time, then the runs of equal ones by the next seven (the multikey
 * sort of Bentley and Sedgewick, 1997, with a radix sort inside). The rows given all have a text.
 */
export function* sortTexts(
  ordered: Ordered,
  texts: TextBytes,
  { part, descending }: { readonly part: Part; readonly descending: boolean },
): Generator<void, void> {
  const keys = {
    high: new Uint32Array(texts.offsets.length - 1),
    low: new Uint32Array(texts.offsets.length - 1),
  };
  const open: (Part & { readonly depth: number })[] = [{ ...part, depth: 0 }];
  let done = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, to, depth } = next;
    if (to - from <= FEW) {
      sortFew(ordered.rows, texts, { from, to, depth, descending });
      if ((done += to - from) > FEW) {
        done = 0;
        yield;
      }
      continue;
    }
    for (let i = from; i < to; i++) {
      fillKey(keys, texts, { row: ordered.rows[i]!, depth, descending });
      if (i % 65_536 === 65_535) yield;
    }
    yield* sortByKey(ordered, keys.low, next);
    yield* sortByKey(ordered, keys.high, next);
    for (const run of runsOf(ordered.rows, keys, { from, to, descending })) {
      open.push({ ...run, depth: depth + WORD });
      if (open.length % 8192 === 0) yield;
    }
    yield;
  }
}

interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function fillKey(
  { high, low }: Keys,
  { bytes, offsets }: TextBytes,
  { row, depth, descending }: { row: number; depth: number; descending: boolean },
): void {
  const at = offsets[row]! + depth;
  const left = offsets[row + 1]! - at;
  let first = 0;
  let second = 0;
  for (let i = 0; i < 4; i++) first = (first << 8) | (i < left ? bytes[at + i]! : 0);
  for (let i = 4; i < WORD; i++) second = (second << 8) | (i < left ? bytes[at + i]! : 0);
  // A text that ends here comes before one that goes on with zeros.
  second = (second << 8) | Math.max(0, Math.min(left, WORD + 1));
  high[row] = (descending ? ~first : first) >>> 0;
  low[row] = (descending ? ~second : second) >>> 0;
}

/** Stretches of rows whose texts agree so far and go on. */
function* runsOf(
  rows: Uint32Array,
  { high, low }: Keys,
  { from, to, descending }: Part & { readonly descending: boolean },
): Generator<Part> {
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    const row = rows[start]!;
    if (i < to && high[rows[i]!] === high[row] && low[rows[i]!] === low[row]) continue;
    const ending = (descending ? ~low[row]! : low[row]!) & 0xff;
    if (i - start > 1 && ending > WORD) yield { from: start, to: i };
    start = i;
  }
}

function sortFew(
  rows: Uint32Array,
  texts: TextBytes,
  { from, to, depth, descending }: Part & { depth: number; descending: boolean },
): void {
  const sign = descending ? -1 : 1;
  // An array, not a typed one: only its sort is promised to be stable everywhere.
  const few = Array.from(rows.subarray(from, to));
  few.sort((a, b) => sign * compareTexts(texts, { a, b, depth }));
  rows.set(few, from);
}

function compareTexts(
  { bytes, offsets }: TextBytes,
  { a, b, depth }: { a: number; b: number; depth: number },
): number {
  const [aEnd, bEnd] = [offsets[a + 1]!, offsets[b + 1]!];
  let i = offsets[a]! + depth;
  let j = offsets[b]! + depth;
  for (; i < aEnd && j < bEnd; i++, j++) if (bytes[i] !== bytes[j]) return bytes[i]! - bytes[j]!;
  return aEnd - i - (bEnd - j);
}
