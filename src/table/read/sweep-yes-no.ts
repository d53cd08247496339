import { booleanColumn, type NewColumn } from '../create-table';
import { YES_NO_PAIRS } from './sweep-text';
import type { TextStore } from './text-store';

const decoder = new TextDecoder();
const WORDS = new Map<string, 0 | 1>([
  ['0', 0],
  ['1', 1],
  ...YES_NO_PAIRS.flatMap(([no, yes]) => [[no, 0] as const, [yes, 1] as const]),
]);

/** Reads each cell as yes or no by any of the known words; others are bad (rows, 0-based). */
export function* sweepYesNo(
  store: TextStore,
  name: string,
): Generator<void, { readonly column: NewColumn; readonly bad: readonly number[] }> {
  const values = new Int8Array(store.rows).fill(-1);
  const bad: number[] = [];
  let row = 0;
  for (const block of store.blocks) {
    let from = 0;
    for (let i = 0; i < block.rows; i++, row++) {
      const to = block.ends[i]!;
      if (!store.missing.has(block.bytes, from, to)) {
        const word = decoder.decode(block.bytes.subarray(from, Math.min(to, from + 40)));
        const value = WORDS.get(word.trim().toLowerCase());
        if (value === undefined) bad.push(row);
        else values[row] = value;
      }
      from = to;
    }
    yield;
  }
  return { column: booleanColumn(name, values), bad };
}
