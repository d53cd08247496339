/** Questions to ascending numbers, each answered by halving. */

/** How many are less than `x`. */
export function countBelow(sorted: Float64Array, x: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < x) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How many are at most `x`. */
export function countUpTo(sorted: Float64Array, x: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= x) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function countOf(sorted: Float64Array, x: number): number {
  return countUpTo(sorted, x) - countBelow(sorted, x);
}

/** Distinct numbers with their counts. */
export function* runsOf(
  sorted: Float64Array,
): Generator<{ readonly value: number; readonly count: number }, void> {
  let at = 0;
  while (at < sorted.length) {
    const value = sorted[at]!;
    const end = countUpTo(sorted, value);
    yield { value, count: end - at };
    at = end;
  }
}
