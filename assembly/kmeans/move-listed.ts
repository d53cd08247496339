import { touchRows } from './touch-rows';
import { addInOne, addInTwo, moveInOne } from './row-sums';

/** Rows that are touched at a time; they stay in the nearest cache. */
const TOUCHED: i32 = 128;

/**
 * Gives each row listed at [from, to) the label found for it and moves it from the sums and counts
 * of the old label (none if negative) to those of the new one, in one part or two (`row-sums.ts`).
 * Returns how many rows moved, which are then the first ones listed from `from` on.
 */
export function moveListed(
  points: usize, rows: usize, found: usize, steps: usize,
  labels: usize, high: usize, low: usize, counts: usize,
  from: i32, to: i32, columns: i32, parts: i32,
): i32 {
  const end = listMoving(rows, found, labels, from, to);
  const sumBytes = <usize>columns << 3;
  for (let i = from; i < end; i++) {
    if (((i - from) & (TOUCHED - 1)) === 0) touchRows(points, rows, i, min(i + TOUCHED, end), columns);
    const row = <usize>load<i32>(rows + (<usize>i << 2));
    const label = load<i32>(found + (<usize>i << 2));
    const at = labels + (row << 2);
    const old = load<i32>(at);
    store<i32>(at, label);
    count(counts, label, 1);
    if (old >= 0) count(counts, old, -1);
    const values = points + ((row * <usize>columns) << 2);
    const target = <usize>label * sumBytes;
    const source = <usize>old * sumBytes;
    if (parts > 1) {
      addInTwo(values, steps, high + target, low + target, columns, 1);
      if (old >= 0) addInTwo(values, steps, high + source, low + source, columns, -1);
    } else if (old < 0) addInOne(values, steps, high + target, columns);
    else moveInOne(values, steps, high + source, high + target, columns);
  }
  return end - from;
}

/** Puts the listed rows whose label changes first, and returns where they end. */
// @ts-ignore: decorator
@inline
function listMoving(rows: usize, found: usize, labels: usize, from: i32, to: i32): i32 {
  let end = from;
  for (let i = from; i < to; i++) {
    const row = load<i32>(rows + (<usize>i << 2));
    const label = load<i32>(found + (<usize>i << 2));
    store<i32>(rows + (<usize>end << 2), row);
    store<i32>(found + (<usize>end << 2), label);
    // Without a branch: which rows move is hard to predict.
    end += select<i32>(0, 1, load<i32>(labels + (<usize>row << 2)) === label);
  }
  return end;
}

// @ts-ignore: decorator
@inline
function count(counts: usize, label: i32, by: i32): void {
  const at = counts + (<usize>label << 2);
  store<i32>(at, load<i32>(at) + by);
}
