import type { ColumnMeta } from '../../core/values';
import type { Classed, PrivacyClass } from '../../table/privacy/classify';
import type { Risk } from '../../table/privacy/risk';
import type { PrivacyAction } from './decisions';

/** A column of the table that came in: what it is taken for, why, and what is done. */
export interface PrivacyColumn {
  readonly column: ColumnMeta;
  /** What the data say. */
  readonly found: Classed;
  /** What holds: the decision, or what was found. */
  readonly class: PrivacyClass;
  readonly action: PrivacyAction;
  readonly advised: PrivacyAction;
}

/** How the rows answered, when a column of consent was chosen. */
export interface Consent {
  readonly column: string;
  readonly yes: number;
  readonly no: number;
  readonly missing: number;
}

export interface PrivacyDisplay {
  /** Of the table that goes on. */
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly treated: readonly PrivacyColumn[];
  readonly consent: Consent | null;
  /** Of the rows that agreed, by the values as they came … */
  readonly before: Risk;
  /** … and as they go on. */
  readonly after: Risk;
  /** Rows left out because their group was smaller than k. */
  readonly dropped: number;
}
