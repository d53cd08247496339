import type { Flows } from '../core/flows';
import type { Job } from '../core/job';
import { assignLeastCost } from './hungarian';

/** Stands for a row that a clustering does not have. */
const ABSENT = -2;

const BLOCK_ROWS = 1 << 18;

/**
 * Counts the rows by their two labels, a block at a time; below −1 a row is absent. Both hold one
 * label a table row.
 */
export async function* countFlows(
  before: Int32Array,
  now: Int32Array,
  clusters: { readonly before: number; readonly now: number },
): Job<Flows, never> {
  const counts = new Array<number>((clusters.before + 1) * (clusters.now + 1)).fill(0);
  const rows = now.length;
  let [joined, left] = [0, 0];
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const end = Math.min(rows, start + BLOCK_ROWS);
    for (let row = start; row < end; row++) {
      const [from, to] = [before[row]!, now[row]!];
      if (from > ABSENT && to > ABSENT) counts[cellOf(clusters, from, to)]!++;
      else if (to > ABSENT) joined++;
      else if (from > ABSENT) left++;
    }
    yield { done: end, total: rows, phase: 'comparing' };
  }
  return { ...clusters, counts, joined, left };
}

/** Place of a pair of labels in the counts; noise comes last. */
function cellOf(
  clusters: { readonly before: number; readonly now: number },
  from: number,
  to: number,
): number {
  const row = from < 0 ? clusters.before : from;
  return row * (clusters.now + 1) + (to < 0 ? clusters.now : to);
}

/**
 * Two clusters count as one group when at least this share of the rows in either are in both
 * (Jaccard coefficient). Less, and a name would go to a group that mostly is not its own.
 */
export const LEAST_SHARED = 0.25;

/**
 * For each later cluster the earlier one that it continues, −1 for none: the one-to-one pairing
 * with the most rows in common (Hungarian method), without pairs that share too little.
 */
export function matchClusters({ before, now, counts }: Flows): readonly number[] {
  const width = now + 1;
  const shared = (i: number, j: number): number => counts[i * width + j]!;
  const costs = Array.from({ length: before * now }, (_, at) => {
    return -shared(Math.floor(at / now), at % now);
  });
  const columnOf = assignLeastCost(costs, before, now);
  const matches = new Array<number>(now).fill(-1);
  columnOf.forEach((j, i) => {
    if (j < 0) return;
    const sizeBefore = sumOf(width, (column) => shared(i, column));
    const sizeNow = sumOf(before + 1, (row) => shared(row, j));
    const both = shared(i, j);
    if (both > 0 && both >= LEAST_SHARED * (sizeBefore + sizeNow - both)) matches[j] = i;
  });
  return matches;
}

function sumOf(length: number, term: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += term(i);
  return sum;
}
