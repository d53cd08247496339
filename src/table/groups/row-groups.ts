import { Problem } from '../../core/problem';
import type { ClusteringValue, TableValue } from '../../core/values';

/** A row that never entered the clustering. */
export const OUTSIDE = -2;

/** The group of every row of a table: an index, −1 for one of everyone in no group (noise), or `OUTSIDE`. */
export interface RowGroups {
  readonly of: Int32Array;
  readonly count: number;
}

/** Spreads the labels of matrix rows over the rows of the table that they came from. */
export function rowGroupsOf(clustering: ClusteringValue, table: TableValue): RowGroups {
  const { labels, rowIndex, clusters: count, tableRows } = clustering;
  if (tableRows !== table.rows) throw new Problem('input-missing', { input: 'table' });
  if (rowIndex === null) return { of: labels, count };
  const of = new Int32Array(table.rows).fill(OUTSIDE);
  for (let i = 0; i < labels.length; i++) of[rowIndex[i]!] = labels[i]!;
  return { of, count };
}
