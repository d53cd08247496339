const BLOCK = 1 << 16;

/**
 * Sorts numbers ascending (no NaN among them) in a new array, yielding every few
 * milliseconds: blocks are sorted by the platform, then merged pairwise.
 */
export function* sortNumbers(values: Float64Array): Generator<void, Float64Array> {
  let from: Float64Array = values.slice();
  for (let at = 0; at < from.length; at += BLOCK) {
    from.subarray(at, at + BLOCK).sort();
    yield;
  }
  if (from.length <= BLOCK) return from;
  let into: Float64Array = new Float64Array(from.length);
  for (let run = BLOCK; run < from.length; run *= 2) {
    for (let at = 0; at < from.length; at += 2 * run) yield* mergeRuns(from, into, { at, run });
    [from, into] = [into, from];
  }
  return from;
}

/** Merges `[at, at + run)` with the run after it. */
function* mergeRuns(
  from: Float64Array,
  into: Float64Array,
  { at, run }: { at: number; run: number },
): Generator<void, void> {
  const middle = Math.min(at + run, from.length);
  const end = Math.min(at + 2 * run, from.length);
  let left = at;
  let right = middle;
  for (let out = at; out < end; out++) {
    const takesLeft = right >= end || (left < middle && from[left]! <= from[right]!);
    into[out] = takesLeft ? from[left++]! : from[right++]!;
    if ((out & (4 * BLOCK - 1)) === 0) yield;
  }
}
