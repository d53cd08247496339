import { createBins } from '../../table/bins';
import type { Histogram } from '../../table/profile';

const BINS = 24;

/** Counts of the numbers in equal bins from the smallest to the largest; NaN is not counted. */
export function toHistogram(values: Float64Array): Histogram {
  let [from, to] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < from) from = values[i]!;
    if (values[i]! > to) to = values[i]!;
  }
  const counts = new Array<number>(BINS).fill(0);
  if (from > to) return { scale: 'linear', from: 0, to: 0, counts };
  const binOf = from < to ? createBins(from, to, BINS) : () => 0;
  for (let i = 0; i < values.length; i++)
    if (!Number.isNaN(values[i]!)) counts[binOf(values[i]!)]!++;
  return { scale: 'linear', from, to, counts };
}
