import type { ColumnMeta } from '../../core/values';

/**
 * A feature of the map. `mean`: a number column, or the share of "yes" of a boolean one; `level`: the
 * share of one level of a category; `rest`: the share of `others` levels without a tile of their own.
 */
export interface HeatLine {
  readonly column: ColumnMeta;
  readonly kind: 'mean' | 'level' | 'rest';
  readonly level: string | null;
  readonly others: number;
  /** True when the column was a feature of the model. */
  readonly isFeature: boolean;
  /** Clustered rows with a value, their mean (or share) and population standard deviation. */
  readonly count: number;
  readonly overall: number;
  readonly deviation: number;
  /** By segment: rows with a value, and their mean (or share); null where there is none. */
  readonly counts: readonly number[];
  readonly means: readonly (number | null)[];
  /** (segment − everyone) / standard deviation of everyone. */
  readonly effects: readonly (number | null)[];
  /** 100 × segment / everyone; null where undefined (negative values, mean of everyone ≤ 0). */
  readonly tgi: readonly (number | null)[];
}

export interface HeatmapDisplay {
  /** Clustered rows and rows of the table. */
  readonly rows: number;
  readonly tableRows: number;
  readonly sizes: readonly number[];
  /** As in the file; the levels of a category side by side. */
  readonly lines: readonly HeatLine[];
  /** Indexes of lines and of segments so that similar ones are neighbours. */
  readonly lineOrder: readonly number[];
  readonly segmentOrder: readonly number[];
  /** Columns without a tile, and why. */
  readonly leftOut: readonly { readonly column: string; readonly reason: LeftOut }[];
}

export type LeftOut = 'date' | 'text' | 'identifier' | 'same';
