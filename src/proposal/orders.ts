import type { Tools } from '../core/cell-compute';
import type { Job } from '../core/job';
import type { JsonObject } from '../core/json';
import { Problem } from '../core/problem';
import type { ColumnMeta, TableValue } from '../core/values';
import { ROLES, type RoleColumns } from '../table/rfm/roles';
import { computeOf } from './compute-of';
import { runCell } from './suggest-clusters';

/** Recency, frequency and monetary value stand right after the customer's name. */
const MEASURES = ['recency', 'frequency', 'monetary'] as const;

export interface FoundCustomers {
  /** The columns of the orders, written out. */
  readonly params: JsonObject;
  /** One row a customer; null when no sale counts. */
  readonly customers: TableValue | null;
  /** What customers are grouped by: recency, frequency and, where there is money, monetary value. */
  readonly columns: readonly ColumnMeta[];
}

/** Runs the `rfm` cell that the notebook will have, on all orders. */
export async function* customersOf(
  table: TableValue,
  roles: RoleColumns,
  tools: Tools,
): Job<FoundCustomers, never> {
  const params = Object.fromEntries(
    ROLES.flatMap((role) => {
      const column = roles[role]?.column;
      return column === undefined ? [] : [[role, column]];
    }),
  );
  try {
    const measured = { params: { ...params, figures: MEASURES }, inputs: { table }, tools };
    const customers = yield* runCell(computeOf('rfm'), measured);
    if (customers?.kind !== 'table') throw new Problem('input-missing', { input: 'table' });
    return { params, customers, columns: customers.columns.slice(1) };
  } catch (thrown) {
    if (thrown instanceof Problem) return { params, customers: null, columns: [] };
    throw thrown;
  }
}
