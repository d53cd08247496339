/** What the present numbers of a column add up to; missing is NaN and never counted. */
export interface Moments {
  readonly present: number;
  /** NaN when nothing is present, like the figures below. */
  readonly mean: number;
  /** Population variance (divides by n), as numpy.var. */
  readonly variance: number;
  /** Fisher–Pearson g1, as scipy.stats.skew; 0 for a constant column. */
  readonly skewness: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Moments in two passes, the mean corrected by the mean deviation, so that large offsets
 * (dates, account numbers) lose nothing. Linear; the array is left untouched.
 */
export function summarizeMoments(values: Float64Array): Moments {
  const { present, sum, min, max } = rangeOf(values);
  const mean = sum / present;
  let [first, second, third] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const deviation = values[row]! - mean;
    if (Number.isNaN(deviation)) continue;
    const square = deviation * deviation;
    first += deviation;
    second += square;
    third += square * deviation;
  }
  const variance = Math.max(0, (second - (first * first) / present) / present);
  const isFlat = isNumericallyConstant(variance, mean, present);
  return {
    present,
    mean: mean + first / present,
    variance,
    skewness: isFlat ? 0 : third / present / (variance * Math.sqrt(variance)),
    min,
    max,
  };
}

/** How many values are present, their sum, the smallest and the largest (NaN without any). */
export function rangeOf(values: Float64Array): {
  readonly present: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
} {
  let [present, sum, min, max] = [0, 0, NaN, NaN];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (present === 0) min = max = value;
    else if (value < min) min = value;
    else if (value > max) max = value;
    sum += value;
    present++;
  }
  return { present, sum, min, max };
}

/** scikit-learn's test for a variance that is nothing but rounding (`_is_constant_feature`). */
export function isNumericallyConstant(variance: number, mean: number, present: number): boolean {
  const rounding = present * mean * Number.EPSILON;
  return variance <= present * Number.EPSILON * variance + rounding * rounding;
}

/** The present values alone, in order; a copy. */
export function presentOf(values: Float64Array): Float64Array {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row]!)) present[count++] = values[row]!;
  }
  return present.subarray(0, count);
}
