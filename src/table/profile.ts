import type { ColumnMeta } from '../core/values';

/** Counts in equal bins of [from, to] on a linear or log10(1 + x − from) axis; the last bin holds `to`. */
export interface Histogram {
  readonly scale: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

/** Figures of the present (not missing) numbers of a column; dates in ms since 1970 (UTC). */
export interface NumberSummary {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Population standard deviation (divides by n). */
  readonly deviation: number;
  /** Fisher–Pearson coefficient g1, as scipy.stats.skew; 0 for a constant column. */
  readonly skewness: number;
  /** Linear interpolation, as numpy.quantile: 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99. */
  readonly quantiles: readonly [number, number, number, number, number, number, number];
  readonly zeros: number;
  readonly negatives: number;
  /** True when every present number is whole. */
  readonly isWhole: boolean;
  readonly histogram: Histogram;
}

export interface ColumnProfile {
  readonly column: ColumnMeta;
  readonly missing: number;
  readonly distinct: number;
  /** number and date columns with at least one value. */
  readonly numbers: NumberSummary | null;
  /** boolean, category, text, identifier: the most frequent values, most frequent first, at most 12. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}
