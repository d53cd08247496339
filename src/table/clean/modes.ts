import { sortNumbers } from '../sort-numbers';
import { BLOCK, type Paced } from './pace';
import type { Working } from './working';

/** The most frequent of at least one number; of several the smallest, as in pandas and scikit-learn. */
export function* modeOfNumbers(present: Float64Array): Paced<number> {
  const sorted = yield* sortNumbers(present);
  let mode = sorted[0]!;
  let most = 0;
  let from = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i % (BLOCK * 8) === 0) yield;
    if (i < sorted.length && sorted[i] === sorted[from]) continue;
    if (i - from > most) {
      most = i - from;
      mode = sorted[from]!;
    }
    from = i;
  }
  return mode;
}

/** The most frequent text of the kept rows; of several the first in the order of characters. */
export function modeOfLevels(
  codes: Int32Array,
  levels: readonly string[],
  { kept }: Working,
): string | null {
  const counts = new Float64Array(levels.length);
  for (const row of kept) if (codes[row]! >= 0) counts[codes[row]!]!++;
  let mode: string | null = null;
  let most = 0;
  for (const [code, level] of levels.entries()) {
    const count = counts[code]!;
    if (count < most || count === 0) continue;
    if (count > most || mode === null || level < mode) mode = level;
    most = count;
  }
  return mode;
}
