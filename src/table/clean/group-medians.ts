import { medianOf } from './figures';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';

/** The median of the present numbers of each group, by code; NaN for a group without any. */
export function* groupMedians(
  numbers: Float64Array,
  groups: Int32Array,
  rows: Int32Array,
): Paced<Float64Array> {
  let count = 0;
  for (const row of rows) if (groups[row]! >= count) count = groups[row]! + 1;
  const starts = new Int32Array(count + 1);
  const isIn = (row: number): boolean => groups[row]! >= 0 && !Number.isNaN(numbers[row]!);
  for (const row of rows) if (isIn(row)) starts[groups[row]! + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  yield;
  const sorted = new Float64Array(starts[count]!);
  const next = starts.slice();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (isIn(row)) sorted[next[groups[row]!]!++] = numbers[row]!;
    if (i % (BLOCK * 2) === 0) yield;
  }
  const medians = new Float64Array(count).fill(NaN);
  for (let group = 0; group < count; group++) {
    const members = sorted.subarray(starts[group], starts[group + 1]);
    if (members.length > 0) medians[group] = yield* medianOf(members);
    if (group % SLOW_BLOCK === 0) yield;
  }
  return medians;
}
