import { DOUBTFUL_WORDS } from './missing-words';
import type { TextStore } from './text-store';

/** A word is a value of the column only when it occurs so often. */
const FREQUENT_ROWS = 5;
const FREQUENT_SHARE = 0.01;
const decoder = new TextDecoder();

/** What became of words like `none`, `-` and `NA` in a column of text, as written. */
export interface DoubtfulWords {
  readonly kept: ReadonlyMap<string, number>;
  readonly missing: ReadonlyMap<string, number>;
}

/**
 * Decides on words that often mean a missing value but may be values of their own, in a column
 * that is no number, date, or yes and no. They are values where the column has another way to
 * write nothing (empty cells) and the word is frequent, and `NA` is one among codes of two letters
 * (Namibia). Sets what is missing in the store accordingly. Yields after each block.
 */
export function* judgeDoubtfulWords(store: TextStore): Generator<void, DoubtfulWords> {
  const words = new Map<string, number>();
  let empty = 0;
  let areCodes = true;
  for (const { bytes, ends, rows } of store.blocks) {
    let from = 0;
    for (let i = 0; i < rows; i++) {
      const to = ends[i]!;
      if (!store.missing.has(bytes, from, to)) areCodes &&= isCode(bytes, from, to);
      else if (!DOUBTFUL_WORDS.has(bytes, from, to) || isBlank(bytes, from, to)) empty++;
      else {
        const word = decoder.decode(bytes.subarray(from, to)).trim();
        words.set(word, (words.get(word) ?? 0) + 1);
      }
      from = to;
    }
    yield;
  }
  const least = Math.max(FREQUENT_ROWS, FREQUENT_SHARE * store.rows);
  const isValue = (word: string, count: number) =>
    (empty > 0 && count >= least) || (areCodes && word === 'NA');
  const kept = new Map([...words].filter(([word, count]) => isValue(word, count)));
  if (kept.size > 0) store.missing = store.missing.without([...kept.keys()]);
  return { kept, missing: new Map([...words].filter(([word]) => !kept.has(word))) };
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! > 0x20) return false;
  return true;
}

function isCode(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 2 && isCapital(bytes[from]!) && isCapital(bytes[from + 1]!);
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}
