import { Table } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../core/values';
import { vectorOf } from './column';

/** Some columns of a table under other ids, names and types; the values are shared, not copied. */
export function pickColumns(
  table: TableValue,
  picks: readonly { readonly from: string; readonly as: ColumnMeta }[],
): TableValue {
  const vectors = picks.map(({ from, as }) => [as.id, vectorOf(table, from)] as const);
  return {
    kind: 'table',
    table: new Table(Object.fromEntries(vectors)),
    columns: picks.map(({ as }) => as),
    rows: table.rows,
  };
}
