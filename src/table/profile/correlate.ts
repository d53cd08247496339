import type { TableValue } from '../../core/values';
import { numbersBetween } from '../column';
import { PairwiseSums, type PairSums } from './pair-sums';

/** A number column with what centres it; its deviation is not 0. */
export interface Centered {
  readonly id: string;
  readonly mean: number;
  readonly deviation: number;
  readonly missing: number;
}

export interface Correlation {
  /** Indices into the columns asked for, `a` before `b`. */
  readonly a: number;
  readonly b: number;
  /** Pearson's r over the rows that have both values; 0 where one of them does not vary there. */
  readonly r: number;
  /** Rows that have both. */
  readonly rows: number;
}

const BLOCK = 2048;

/**
 * Pearson's r of every pair of columns over the rows that have both values, as pandas' `corr` and
 * its definition have it. Values are centred and scaled by the whole column first, so that one pass
 * of plain sums loses no digits. k² n; rows are read in blocks, so memory does not grow with them.
 * `rows`: those to read, ascending; null: all.
 */
export function* correlate(
  table: TableValue,
  columns: readonly Centered[],
  rows: Int32Array | null,
): Generator<number, readonly Correlation[]> {
  const total = rows?.length ?? table.rows;
  const hasGaps = columns.map(({ missing }) => missing > 0);
  const sums = new PairwiseSums(hasGaps, BLOCK);
  for (let from = 0; from < total; from += BLOCK) {
    const length = Math.min(BLOCK, total - from);
    columns.forEach((column, j) => {
      const into = sums.column(j).subarray(0, length);
      if (rows === null) numbersBetween(table, column.id, { from, into });
      else pick(table, column.id, { rows: rows.subarray(from, from + length), into });
      center(into, column);
    });
    const work = sums.add(length);
    while (!work.next().done) yield from / total;
    yield from / total;
  }
  return Array.from(sums.pairs(), correlationOf);
}

/** Sampled rows lie in stretches: each stretch of the table is read once. */
function pick(
  table: TableValue,
  id: string,
  { rows, into }: { readonly rows: Int32Array; readonly into: Float64Array },
): void {
  const from = rows[0]!;
  const stretch = new Float64Array(rows[rows.length - 1]! - from + 1);
  numbersBetween(table, id, { from, into: stretch });
  for (let i = 0; i < rows.length; i++) into[i] = stretch[rows[i]! - from]!;
}

function center(values: Float64Array, { mean, deviation }: Centered): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! - mean) / deviation;
}

function correlationOf({ a, b, n, x, y, xx, yy, xy }: PairSums): Correlation {
  const [varX, varY] = [xx - (x * x) / n, yy - (y * y) / n];
  const r = (xy - (x * y) / n) / Math.sqrt(varX * varY);
  // What is left of equal values is dust.
  const isFlat = n < 2 || varX <= 1e-12 * n || varY <= 1e-12 * n || !Number.isFinite(r);
  return { a, b, r: isFlat ? 0 : Math.max(-1, Math.min(1, r)), rows: n };
}
