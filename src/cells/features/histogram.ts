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
  // Halved, so that the distance between the two ends of the number line is still a number.
  const range = to / 2 - from / 2;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    const share = range > 0 ? (values[i]! / 2 - from / 2) / range : 0;
    counts[Math.min(Math.floor(share * BINS), BINS - 1)]!++;
  }
  return { scale: 'linear', from, to, counts };
}
