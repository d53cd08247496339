import { OUTSIDE, type RowGroups } from './row-groups';

const BLOCK_MASK = 0xffff;

/** Everyone with a value, and each group; missing values count nowhere. */
export interface GroupMeans {
  readonly count: number;
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
  readonly min: number;
  /** By group: rows with a value, and their mean (null where there is none). */
  readonly counts: Float64Array;
  readonly means: readonly (number | null)[];
}

/**
 * Means of numbers (NaN is missing) by group and over everyone; null when everyone with a value
 * has the same one, or nobody has any. Two passes; pauses after each block of rows.
 */
export function* groupMeans(
  values: Float64Array,
  { of, count: groups }: RowGroups,
): Generator<void, GroupMeans | null> {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  let [sum, count, min, max] = [0, 0, Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const group = of[row]!;
    const value = values[row]!;
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    if (group === OUTSIDE || Number.isNaN(value)) continue;
    sum += value;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
    if (group < 0) continue;
    sums[group]! += value;
    counts[group]!++;
  }
  if (!(max > min)) return null;
  const mean = sum / count;
  const deviation = yield* deviationOf(values, of, { mean, count });
  const means = Array.from(sums, (part, group) =>
    counts[group]! > 0 ? part / counts[group]! : null,
  );
  return deviation > 0 ? { count, mean, deviation, min, counts, means } : null;
}

function* deviationOf(
  values: Float64Array,
  of: Int32Array,
  { mean, count }: { readonly mean: number; readonly count: number },
): Generator<void, number> {
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    if (of[row] === OUTSIDE || Number.isNaN(values[row]!)) continue;
    squares += (values[row]! - mean) ** 2;
  }
  return Math.sqrt(squares / count);
}
