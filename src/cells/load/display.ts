import type { ReadReport } from '../../core/read-report';
import type { ColumnMeta } from '../../core/values';

export interface LoadDisplay {
  readonly report: ReadReport;
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  /** The first rows as text (at most 8), one string a column; null: missing. */
  readonly preview: readonly (readonly (string | null)[])[];
}
