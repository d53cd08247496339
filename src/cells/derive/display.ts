import type { ColumnMeta, ColumnType } from '../../core/values';
import type { Histogram } from '../../table/profile';

/** Why values of a new column are missing: a column lacks them, or they cannot be computed. */
export interface MissingCause {
  /** `column`: `name` has none there; `written`: the formula says so; else a reason of the formula language. */
  readonly reason: string;
  /** The column, or the function that could not compute. */
  readonly name: string;
  readonly rows: number;
}

export interface DerivedColumn {
  readonly name: string;
  readonly formula: string;
  readonly type: ColumnType;
  readonly unit?: string;
  /** The table had a column of this name, which this one took the place of. */
  readonly isReplacing: boolean;
  /** Over all rows, before the filter. */
  readonly missing: number;
  /** The most frequent first, at most six. */
  readonly causes: readonly MissingCause[];
  /** Numbers and dates; null where there is no value. */
  readonly histogram: Histogram | null;
  /** Other types: the most frequent values and how many different ones there are. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
  readonly distinct: number;
}

export interface DeriveDisplay {
  /** Rows and columns of the table that comes out. */
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly rowsBefore: number;
  /** Rows for which the filter is neither true nor false; null: there is no filter. */
  readonly filter: { readonly formula: string; readonly missing: number } | null;
  readonly derived: readonly DerivedColumn[];
  /** The first rows that come out: the columns that formulas read, then the new ones. */
  readonly preview: {
    readonly columns: readonly {
      readonly name: string;
      readonly type: ColumnType;
      readonly isNew: boolean;
    }[];
    readonly rows: readonly (readonly (string | null)[])[];
  };
}
