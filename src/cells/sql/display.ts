import type { ColumnMeta } from '../../core/values';

export interface SqlDisplay {
  /** Nothing was asked: the first table flows on as it is. */
  readonly isPassedOn: boolean;
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  /** The first rows as text (at most 100), one string a column; null: missing. */
  readonly preview: readonly (readonly (string | null)[])[];
  /** The tables that were asked, by the names that the query has for them. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Values that were not finite; they are missing. */
  readonly notFinite: number;
}
