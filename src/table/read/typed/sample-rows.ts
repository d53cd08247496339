import { chooseDistinct, createRandom } from '../../../core/random';

/** Which rows of a file of known length are read: all of them, or a sample in the order of the file. */
export interface RowChoice {
  /** Null: all. Else 0-based, ascending. */
  readonly rows: Uint32Array | null;
  readonly count: number;
}

/** Draws `sampleRows` of `rows` with the seed; 0, or as many as there are, is all. */
export function chooseRows(
  rows: number,
  { sampleRows, sampleSeed }: { readonly sampleRows: number; readonly sampleSeed: number },
): RowChoice {
  if (sampleRows <= 0 || sampleRows >= rows) return { rows: null, count: rows };
  const chosen = chooseDistinct(createRandom(sampleSeed, 'read'), sampleRows, rows).sort();
  return { rows: chosen, count: chosen.length };
}

/** The chosen ones of the rows [from, to), counted from `from`. */
export function* chosenWithin(
  { rows }: RowChoice,
  from: number,
  to: number,
): Generator<number, void> {
  if (rows === null) {
    for (let row = from; row < to; row++) yield row - from;
    return;
  }
  for (let i = lowerBound(rows, from); i < rows.length && rows[i]! < to; i++) yield rows[i]! - from;
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
