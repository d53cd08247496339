import { Problem } from '../../core/problem';
import type { ClusteringValue, TableValue } from '../../core/values';

/**
 * The group of every row of the table: a segment, `clusters` for noise, which is part of everyone,
 * or `OUTSIDE` for a row that did not enter the clustering.
 */
export interface Membership {
  readonly groups: Int32Array;
  readonly clusters: number;
}

export const OUTSIDE = -1;

export function membershipOf(clustering: ClusteringValue, table: TableValue): Membership {
  const { labels, rowIndex, clusters, tableRows } = clustering;
  if (tableRows !== table.rows) throw new Problem('input-missing', { input: 'table' });
  const groups = new Int32Array(table.rows).fill(OUTSIDE);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    groups[rowIndex === null ? i : rowIndex[i]!] = label < 0 ? clusters : label;
  }
  return { groups, clusters };
}
