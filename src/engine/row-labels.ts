import type { ClusteringValue } from '../core/values';
import { DROPPED } from './port';

/** One label a table row: the clustering's own, and `DROPPED` where the matrix has no such row. */
export function toRowLabels(clustering: ClusteringValue): Int32Array {
  const { labels, rowIndex, tableRows } = clustering;
  if (!rowIndex) return labels.slice();
  const byRow = new Int32Array(tableRows).fill(DROPPED);
  rowIndex.forEach((row, i) => {
    byRow[row] = labels[i]!;
  });
  return byRow;
}
