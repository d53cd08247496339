import { sortNumbers } from '../../table/sort-numbers';
import type { WholeInput } from '../whole-function';

const BLOCK = 1 << 16;

/** The present values of each group, ascending, one group after the other. */
export interface SortedGroups {
  readonly sorted: Float64Array;
  /** Where each group begins; one more than groups. */
  readonly starts: Int32Array;
}

/** The group of a row; −1: none. */
export function groupAt({ groups }: Pick<WholeInput, 'groups'>, row: number): number {
  return groups === null ? 0 : groups.of[row]!;
}

export function groupCount({ groups }: Pick<WholeInput, 'groups'>): number {
  return groups?.count ?? 1;
}

/** Sorts the values of every group; n log n. Yields every few milliseconds. */
export function* sortGroups(input: WholeInput): Generator<void, SortedGroups> {
  const { values } = input;
  const starts = new Int32Array(groupCount(input) + 1);
  for (let row = 0; row < values.length; row++) {
    const group = groupAt(input, row);
    if (group >= 0 && !Number.isNaN(values[row]!)) starts[group + 1]!++;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  for (let group = 1; group < starts.length; group++) starts[group]! += starts[group - 1]!;
  const sorted = new Float64Array(starts.at(-1)!);
  const next = starts.slice(0, -1);
  for (let row = 0; row < values.length; row++) {
    const group = groupAt(input, row);
    if (group >= 0 && !Number.isNaN(values[row]!)) sorted[next[group]!++] = values[row]!;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  let work = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const part = sorted.subarray(starts[group]!, starts[group + 1]!);
    if (part.length > BLOCK) part.set(yield* sortNumbers(part));
    else part.sort();
    work += part.length + 16;
    if (work > BLOCK) yield;
    if (work > BLOCK) work = 0;
  }
  return { sorted, starts };
}

/** How many of the sorted numbers in [from, to) lie below x (or, `orEqual`, not above it). */
export function countBelow(
  sorted: Float64Array,
  x: number,
  { from, to, orEqual }: { readonly from: number; readonly to: number; readonly orEqual: boolean },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle]!;
    if (value < x || (orEqual && value === x)) low = middle + 1;
    else high = middle;
  }
  return low - from;
}
