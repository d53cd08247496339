import type { Interval } from '../../metrics/intervals';
import type { ColumnMeta } from '../../core/values';

/** What is known of one column, or of one level of a category, in one segment. */
export interface PersonaFigure {
  /** Rows of the segment with a value. */
  readonly count: number;
  /** Mean of a number or date (ms since 1970, UTC), share 0 … 1 of a level; null of no rows. */
  readonly value: number | null;
  /** 95 %: means by Student's t, shares by Wilson; null below two values of a mean. */
  readonly interval: Interval | null;
  /**
   * 95 % interval of the difference from everybody else (segment less the others): means by Welch,
   * shares by Newcombe; null where one side is too small to say.
   */
  readonly difference: Interval | null;
}

/** A number or date column, or one level of a category or yes/no column. */
export interface PersonaLine {
  readonly column: ColumnMeta;
  readonly level: string | null;
  readonly isFeature: boolean;
  /** Mean or share over everyone with a value. */
  readonly overall: number;
  /** Standard deviation of everyone; of a share √(p (1 − p)). Above zero. */
  readonly deviation: number;
  /** True where "twice as much" means something: no value below zero, and a mean above. */
  readonly hasRatio: boolean;
  /** By segment. */
  readonly figures: readonly PersonaFigure[];
}

/** A row as it stands in the table. */
export interface PersonaRow {
  /** As people count: the first is 1. */
  readonly row: number;
  /** One a column of `customers.columns`; numbers as numbers, all else as text; null: missing. */
  readonly values: readonly (number | string | null)[];
}

export interface BorderlineRow extends PersonaRow {
  /** The segment that it is nearly as close to. */
  readonly other: number;
}

export interface PersonaCustomers {
  readonly columns: readonly ColumnMeta[];
  /** By segment: nearest the mean of its rows first. */
  readonly typical: readonly (readonly PersonaRow[])[];
  /** By segment: least margin between the own and the second nearest mean first. */
  readonly borderline: readonly (readonly BorderlineRow[])[];
}

export interface PersonaDisplay {
  /** Clustered rows, those of them in no segment, and rows of the table. */
  readonly rows: number;
  readonly noise: number;
  readonly tableRows: number;
  readonly rowsAre: 'customer' | 'user' | 'row';
  readonly sizes: readonly number[];
  readonly lines: readonly PersonaLine[];
  /** The sum that the segments share most unevenly; null where no column can be summed. */
  readonly sum: { readonly column: ColumnMeta; readonly shares: readonly number[] } | null;
  /** Null without features to measure distances by. */
  readonly customers: PersonaCustomers | null;
  /** Segments without a card, where personas are passed on; absent: none. */
  readonly hidden?: readonly number[];
}
