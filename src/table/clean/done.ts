import type { ColumnOutcome, Example } from './outcome';
import type { Working } from './working';

/** What a step gives: the table after it, and what it did. Rows that left are counted by `cleanTable`. */
export interface Done {
  readonly working: Working;
  readonly columns: readonly ColumnOutcome[];
  readonly examples: readonly Example[];
  /** Of a rule: the rows that break it, ascending, and the column. */
  readonly breaches?: { readonly rows: Int32Array; readonly column: string };
}
