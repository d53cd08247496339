import { formatNumber } from '../../core/format';
import type { ColumnMeta, TableValue } from '../../core/values';
import { numbersOf } from '../../table/column';
import { isNumericallyConstant, summarizeMoments, type Moments } from '../../table/encode/moments';
import { isNumeric, kindsOf } from './read-columns';

export interface Spread {
  readonly column: ColumnMeta;
  readonly missing: number;
  /** On the chosen scale; null for kinds, and for numbers about 0 on the relative one. */
  readonly variance: number | null;
  /** The value of a column that has one only. */
  readonly constant: string | null;
  readonly isEmpty: boolean;
  /** Of numbers. */
  readonly moments: Moments | null;
}

/** How much a column varies; missing values are left out, as `VarianceThreshold` does. */
export function* spreadOf(
  table: TableValue,
  column: ColumnMeta,
  scale: string,
): Generator<void, Spread> {
  if (!isNumeric(column)) return yield* spreadOfKinds(table, column);
  const values = numbersOf(table, column.id);
  yield;
  const moments = summarizeMoments(values);
  const { present, mean, variance, min, max } = moments;
  const isConstant = min === max || isNumericallyConstant(variance, mean, present);
  return {
    column,
    missing: table.rows - present,
    variance: present === 0 ? null : scaled(moments, scale),
    constant: present > 0 && isConstant ? wordOf(column, min) : null,
    isEmpty: present === 0,
    moments,
  };
}

function wordOf({ type }: ColumnMeta, value: number): string {
  return type === 'boolean' ? String(value === 1) : formatNumber(value);
}

/** The variance itself; of the values from 0 to 1; or beside the square of the mean. */
function scaled({ mean, variance, min, max }: Moments, scale: string): number | null {
  if (scale === 'range') return max > min ? variance / (max - min) ** 2 : 0;
  if (scale === 'relative') return mean === 0 ? null : variance / (mean * mean);
  return variance;
}

function* spreadOfKinds(table: TableValue, column: ColumnMeta): Generator<void, Spread> {
  const { codes, levels } = (yield* kindsOf(table, column))!;
  const counts = new Float64Array(levels.length);
  let missing = 0;
  codes.forEach((code) => {
    if (code < 0) missing++;
    else counts[code]!++;
  });
  const used = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const only = used === 1 ? levels[counts.findIndex((count) => count > 0)]! : null;
  const none = { variance: null, moments: null };
  return { column, missing, constant: only, isEmpty: used === 0, ...none };
}

/** True for a column that has values, more than one, and a variance above the least. */
export function isVarying({ isEmpty, constant, variance }: Spread, least: number): boolean {
  if (isEmpty || constant !== null) return false;
  return variance === null || least === 0 || variance > least;
}
