import type { ColumnMeta } from '../../core/values';

/** One line of the segments table: a number column, or one level of a category. */
export interface SegmentLine {
  readonly column: ColumnMeta;
  /** Set for a level of a category or boolean column: the figures are shares 0 … 1. */
  readonly level: string | null;
  /** True when the column was a feature of the model. */
  readonly isFeature: boolean;
  /** Mean (or share) over all clustered rows with a value. */
  readonly overall: number | null;
  /** Mean (or share) in each segment; null when no row has a value. */
  readonly means: readonly (number | null)[];
  /** 100 × segment / everyone; null where undefined (overall ≤ 0, values of both signs). */
  readonly tgi: readonly (number | null)[];
  /** Deviation of the segment's mean from everyone's, in standard deviations of everyone. */
  readonly effect: readonly (number | null)[];
  /** Rows with a value, by segment. */
  readonly present: readonly number[];
  /** Share of the column's sum in each segment, for columns without negatives whose sum means something; else null. */
  readonly sumShare: readonly number[] | null;
}

export interface SegmentsDisplay {
  /** Clustered rows and rows of the table. */
  readonly rows: number;
  readonly tableRows: number;
  /** What one row is, when the table says so for certain; else it is a row. */
  readonly rowsAre?: 'customer' | 'user' | 'row';
  readonly sizes: readonly number[];
  readonly lines: readonly SegmentLine[];
}
