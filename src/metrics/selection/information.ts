import type { Crosstab } from './crosstab';

/**
 * What one column of codes tells about the other, in nats: their mutual information, as
 * `sklearn.metrics.mutual_info_score`. 0 when they are independent in these rows.
 */
export function informationIn({ counts, rowTotals, columnTotals, total }: Crosstab): number {
  const columns = columnTotals.length;
  let sum = 0;
  counts.forEach((count, at) => {
    if (count === 0) return;
    const [row, column] = [rowTotals[Math.floor(at / columns)]!, columnTotals[at % columns]!];
    sum += (count / total) * Math.log((count * total) / (row * column));
  });
  return Math.max(0, sum);
}
