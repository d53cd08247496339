import type { ColumnMeta } from '../../core/values';

/** What a rule asks of one column: see `Condition` of the tree; levels stand as their text. */
export interface ExplainCondition {
  readonly column: ColumnMeta;
  readonly from: number | null;
  readonly below: number | null;
  readonly level: string | null;
  readonly except: readonly string[];
  /** False: only a missing value fits. */
  readonly present: boolean;
  /** True: a missing value fits too. Never true for a column in which nothing is missing. */
  readonly missing: boolean;
}

export interface ExplainRule {
  readonly segment: number;
  /** None: the rule holds for every row. */
  readonly conditions: readonly ExplainCondition[];
  /** Clustered rows that fit, and those among them that were held out. */
  readonly rows: number;
  readonly heldOut: number;
  /** Held-out rows that fit and are of this segment. */
  readonly right: number;
}

export interface ExplainDisplay {
  /** Rows in a segment, and noise, which is left out. */
  readonly rows: number;
  readonly noise: number;
  readonly training: number;
  readonly heldOut: number;
  /** Held-out rows whose segment the rules name. */
  readonly right: number;
  /** Held-out rows of the segment that has most of them: what naming it always would get right. */
  readonly largest: number;
  readonly sizes: readonly number[];
  /** By segment, within one by rows. */
  readonly rules: readonly ExplainRule[];
  /** The columns that the tree asks about, by the share of the fall in impurity they brought. */
  readonly columns: readonly { readonly column: ColumnMeta; readonly share: number }[];
}
