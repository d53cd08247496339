/**
 * How far the k-th nearest neighbour of `sorted[at]` is among ascending numbers, itself not counted;
 * at most k steps to either side.
 */
export function reachOf(sorted: Float64Array, at: number, k: number): number {
  const x = sorted[at]!;
  let [left, right] = [at - 1, at + 1];
  let reach = 0;
  for (let found = 0; found < k; found++) {
    const below = left >= 0 ? x - sorted[left]! : Infinity;
    const above = right < sorted.length ? sorted[right]! - x : Infinity;
    if (below <= above) left--;
    else right++;
    reach = Math.min(below, above);
  }
  return reach;
}

/**
 * How many of the ascending numbers lie nearer to x than this. Distances are the differences
 * themselves, so that they compare as those of the neighbours did.
 */
export function countNearer(sorted: Float64Array, x: number, reach: number): number {
  const first = firstWhere(sorted, (value) => value >= x || x - value < reach);
  return firstWhere(sorted, (value) => value > x && value - x >= reach) - first;
}

/** The first index from which the test holds; it holds for all numbers behind one that passes. */
function firstWhere(sorted: Float64Array, test: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
