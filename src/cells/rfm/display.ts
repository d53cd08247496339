import type { ColumnMeta, ColumnType } from '../../core/values';
import type { Outcome } from '../../table/rfm/outcomes';
import type { RoleColumns } from '../../table/rfm/roles';
import type { Edges } from './edges';

/** Customers with the same recency and frequency score. */
export interface RfCell {
  readonly customers: number;
  /** Sum of what they spent; null without a column of money. */
  readonly money: number | null;
  /** Mean of their M scores (of F where there is no money); null without customers. */
  readonly score: number | null;
}

export interface RfmGroup {
  readonly group: string;
  readonly customers: number;
  readonly money: number | null;
  /** Means of its customers; null without any. */
  readonly recency: number | null;
  readonly frequency: number | null;
  /** Its customers in each of the 25 cells. */
  readonly cells: readonly number[];
}

export interface RfmDisplay {
  /** Customers, one a row of what comes out, and its columns. */
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly source: {
    readonly rows: number;
    /** Different customers in all rows, those too that are left out. */
    readonly customers: number;
    readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  };
  readonly roles: RoleColumns;
  /** Rows by what became of them; they add up to the rows of the source. */
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly returnStatuses: readonly string[];
  /** Share of the orders that start with the prefix, when that is how orders are numbered. */
  readonly prefixIgnored: number | null;
  /** Customers whose rows are all returns; they do not come out. */
  readonly returnsOnly: number;
  /** Midnight (UTC ms) of the reference day, and the first and last order. */
  readonly reference: number;
  readonly firstOrder: number;
  readonly lastOrder: number;
  readonly orders: number;
  readonly revenue: number | null;
  readonly unit: string | null;
  /** Customers with two orders or more. */
  readonly repeated: number;
  /** Customers who spent more than the mean, and what they spent; null without money. */
  readonly top: { readonly customers: number; readonly money: number } | null;
  /** The edges that were used; null where customers were ranked. */
  readonly edges: Edges | null;
  /** By (R − 1) · 5 + (F − 1). */
  readonly cells: readonly RfCell[];
  /** The usual ones best first, then those that somebody named; each once. */
  readonly groups: readonly RfmGroup[];
  /** Customers that no rule holds for. */
  readonly ungrouped: number;
}
