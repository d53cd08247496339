/**
 * Quantile with linear interpolation, as numpy.quantile. `present` holds no NaN and at least
 * one number; it is reordered. Linear in expectation.
 */
export function quantile(present: Float64Array, q: number): number {
  const position = (present.length - 1) * q;
  const below = Math.floor(position);
  const low = select(present, below);
  const weight = position - below;
  if (weight === 0) return low;
  let high = Infinity;
  for (let i = below + 1; i < present.length; i++) high = Math.min(high, present[i]!);
  // Numpy interpolates from the nearer end, so that both ends are hit exactly.
  const step = high - low;
  return weight < 0.5 ? low + step * weight : high - step * (1 - weight);
}

/** The k-th smallest value; afterwards smaller ones stand before index k, larger ones behind. */
export function select(values: Float64Array, k: number): number {
  let from = 0;
  let to = values.length - 1;
  for (let round = 0; from < to; round++) {
    // Median-of-three quickselect is quadratic on inputs built against it: then sort the rest.
    if (round > 64) {
      values.subarray(from, to + 1).sort();
      break;
    }
    const [left, right] = partition(values, from, to);
    if (k <= right) to = right;
    else if (k >= left) from = left;
    else break;
  }
  return values[k]!;
}

/** Hoare's partition; what lies between the two ends equals the pivot. */
function partition(values: Float64Array, from: number, to: number): [left: number, right: number] {
  const pivot = medianOfThree(values[from]!, values[(from + to) >>> 1]!, values[to]!);
  let left = from;
  let right = to;
  while (left <= right) {
    while (values[left]! < pivot) left++;
    while (values[right]! > pivot) right--;
    if (left > right) break;
    const swapped = values[left]!;
    values[left++] = values[right]!;
    values[right--] = swapped;
  }
  return [left, right];
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
