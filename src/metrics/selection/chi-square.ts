import type { Coded, Crosstab } from './crosstab';
import { chiSquareTail } from './gamma-tail';

/** A test of no link between two columns. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  /** Rows that have both. */
  readonly rows: number;
}

/**
 * Pearson's χ² test of independence of two columns of codes, without Yates' correction, as
 * `scipy.stats.chi2_contingency(correction=False)`. Codes of no row are left out; null when one of
 * the columns has fewer than two left.
 */
export function testIndependence({
  counts,
  rowTotals,
  columnTotals,
  total,
}: Crosstab): ChiSquare | null {
  const columns = columnTotals.length;
  const used = (totals: Float64Array) => totals.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0);
  const degrees = (used(rowTotals) - 1) * (used(columnTotals) - 1);
  if (degrees <= 0) return null;
  let statistic = 0;
  counts.forEach((count, at) => {
    const expected = (rowTotals[Math.floor(at / columns)]! * columnTotals[at % columns]!) / total;
    if (expected > 0) statistic += (count - expected) ** 2 / expected;
  });
  return { statistic, degrees, p: chiSquareTail(statistic, degrees), rows: total };
}

const BLOCK = 1 << 17;

/**
 * Whether the classes' sums of a column of counts differ from their shares of the rows, as
 * `sklearn.feature_selection.chi2` tests one feature. It depends on the unit of the values, so it
 * means something for counts only. Rows that lack a value or a class are left out; null for negative
 * values, for sums of 0 and for fewer than two classes.
 */
export function* testTotals(
  values: Float64Array,
  { codes, size }: Coded,
): Generator<void, ChiSquare | null> {
  const sums = new Float64Array(size);
  const rows = new Float64Array(size);
  for (let row = 0; row < values.length; row++) {
    const [value, code] = [values[row]!, codes[row]!];
    if (value < 0) return null;
    if (code >= 0 && !Number.isNaN(value)) {
      sums[code]! += value;
      rows[code]!++;
    }
    if (row % BLOCK === BLOCK - 1) yield;
  }
  const total = sums.reduce((sum, one) => sum + one, 0);
  const present = rows.reduce((sum, one) => sum + one, 0);
  const degrees = rows.reduce((count, one) => count + (one > 0 ? 1 : 0), 0) - 1;
  if (!(total > 0) || degrees < 1) return null;
  let statistic = 0;
  sums.forEach((sum, code) => {
    const expected = (rows[code]! / present) * total;
    if (expected > 0) statistic += (sum - expected) ** 2 / expected;
  });
  return { statistic, degrees, p: chiSquareTail(statistic, degrees), rows: present };
}
