import { Problem } from '../../core/problem';
import { NOISE, type ClusteringValue, type TableValue } from '../../core/values';

/** Label of a row of the table that the features left out, e.g. for a missing value. */
export const LEFT_OUT = -2;

/** One label a row of the table: a segment, `NOISE` or `LEFT_OUT`. Throws `input-missing`. */
export function rowLabels(clustering: ClusteringValue, table: TableValue): Int32Array {
  const { labels, rowIndex, tableRows } = clustering;
  if (tableRows !== table.rows) throw new Problem('input-missing', { input: 'table' });
  if (rowIndex === null) return labels;
  const spread = new Int32Array(table.rows).fill(LEFT_OUT);
  for (let i = 0; i < labels.length; i++) spread[rowIndex[i]!] = labels[i]!;
  return spread;
}

export interface Choice {
  /** Segments by index; empty: all. */
  readonly segments: readonly number[];
  readonly unassigned: boolean;
}

/** The rows of the table that are written, in its order. */
export function chosenRows(labels: Int32Array, { segments, unassigned }: Choice): Uint32Array {
  const chosen = new Set(segments);
  const isChosen = (label: number): boolean =>
    label < 0 ? unassigned : chosen.size === 0 || chosen.has(label);
  let count = 0;
  for (let row = 0; row < labels.length; row++) if (isChosen(labels[row]!)) count++;
  const rows = new Uint32Array(count);
  for (let row = 0, i = 0; row < labels.length; row++) if (isChosen(labels[row]!)) rows[i++] = row;
  return rows;
}

/** How many of all rows are in each segment, are noise, and were left out. */
export function countLabels(labels: Int32Array, clusters: number) {
  const sizes = new Array<number>(clusters).fill(0);
  let noise = 0;
  let leftOut = 0;
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label === NOISE) noise++;
    else if (label === LEFT_OUT) leftOut++;
    else sizes[label]!++;
  }
  return { sizes, noise, leftOut };
}
