import { sortNumbers } from '../sort-numbers';
import { quantileOf } from '../summarize-numbers';
import { OUTSIDE, type RowGroups } from './row-groups';

const BLOCK_MASK = 0xffff;

/** The 25 %, 50 % and 75 % quantiles. */
export type Quartiles = readonly [number, number, number];

/** Those of one group, and where they lie among everyone. */
export interface GroupQuartiles {
  readonly count: number;
  readonly values: Quartiles;
  /** Share of everyone below, equal values counted half: 0 … 1. */
  readonly ranks: Quartiles;
}

/**
 * Quartiles of numbers (NaN is missing) over everyone and by group (null for a group without a
 * value), as numpy.quantile defines them; null when nobody has a value. Sorts the values twice;
 * pauses every few milliseconds.
 */
export function* groupQuartiles(
  values: Float64Array,
  { of, count: groups }: RowGroups,
): Generator<
  void,
  { readonly everyone: Quartiles; readonly groups: readonly (GroupQuartiles | null)[] } | null
> {
  const counts = new Float64Array(groups);
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    if (of[row] === OUTSIDE || Number.isNaN(values[row]!)) continue;
    total++;
    if (of[row]! >= 0) counts[of[row]!]!++;
  }
  if (total === 0) return null;
  const parts = yield* partsOf(values, of, counts);
  const everyone = yield* sortNumbers(yield* presentOf(values, of, total));
  const found: (GroupQuartiles | null)[] = [];
  for (const part of parts) {
    if (part.length === 0) found.push(null);
    else found.push(quartilesAmong(yield* sortNumbers(part), everyone));
  }
  return { everyone: quartilesOf(everyone), groups: found };
}

function* presentOf(
  values: Float64Array,
  of: Int32Array,
  total: number,
): Generator<void, Float64Array> {
  const present = new Float64Array(total);
  let next = 0;
  for (let row = 0; row < values.length; row++) {
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    if (of[row] !== OUTSIDE && !Number.isNaN(values[row]!)) present[next++] = values[row]!;
  }
  return present;
}

function* partsOf(
  values: Float64Array,
  of: Int32Array,
  counts: Float64Array,
): Generator<void, readonly Float64Array[]> {
  const parts = Array.from(counts, (count) => new Float64Array(count));
  const next = new Float64Array(counts.length);
  for (let row = 0; row < values.length; row++) {
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    const group = of[row]!;
    if (group < 0 || Number.isNaN(values[row]!)) continue;
    parts[group]![next[group]!++] = values[row]!;
  }
  return parts;
}

function quartilesAmong(sorted: Float64Array, everyone: Float64Array): GroupQuartiles {
  const values = quartilesOf(sorted);
  const [low, middle, high] = values.map((value) => rankOf(value, everyone));
  return { count: sorted.length, values, ranks: [low!, middle!, high!] };
}

function quartilesOf(sorted: Float64Array): Quartiles {
  return [quantileOf(sorted, 0.25), quantileOf(sorted, 0.5), quantileOf(sorted, 0.75)];
}

function rankOf(value: number, sorted: Float64Array): number {
  const below = firstNotBelow(sorted, (other) => other < value);
  const upTo = firstNotBelow(sorted, (other) => other <= value);
  return (below + upTo) / 2 / sorted.length;
}

/** How many of the sorted numbers are passed, all of which come first. */
function firstNotBelow(sorted: Float64Array, isPassed: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isPassed(sorted[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}
