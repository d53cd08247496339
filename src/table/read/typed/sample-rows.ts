import { RowSample } from '../row-sample';

/** Which rows of a file of known length are read: all of them, or a sample in the order of the file. */
export interface RowChoice {
  /** Null: all. Else 0-based, ascending. */
  readonly rows: Uint32Array | null;
  readonly count: number;
}

const ROWS_A_STEP = 1_000_000;

/**
 * Draws `sampleRows` of `rows` with the seed, the very rows that a pass over a file of unknown length
 * would have kept (`RowSample`), so that a sample does not depend on the format. 0, or as many as
 * there are, is all.
 */
export function* chooseRows(
  rows: number,
  { sampleRows, sampleSeed }: { readonly sampleRows: number; readonly sampleSeed: number },
): Generator<void, RowChoice> {
  if (sampleRows <= 0 || sampleRows >= rows) return { rows: null, count: rows };
  const sample = new RowSample(sampleRows, sampleSeed);
  for (let row = 1; row <= rows; row++) {
    sample.takesNext();
    if (sample.isFull) sample.shrink();
    if (row % ROWS_A_STEP === 0) yield;
  }
  sample.shrink();
  return { rows: Uint32Array.from(sample.rows), count: sample.rows.length };
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
