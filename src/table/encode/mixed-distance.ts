/** A row of a mixed table: numbers (NaN is missing) and category codes (negative is missing). */
export interface MixedRow {
  readonly numbers: ArrayLike<number>;
  readonly codes: ArrayLike<number>;
}

/**
 * Huang's distance of k-prototypes: squared Euclidean over the numbers, plus γ for every category
 * in which the two differ. Missing numbers must be filled; a missing category is one more level.
 */
export function prototypeDistance(a: MixedRow, b: MixedRow, gamma: number): number {
  let sum = 0;
  for (let j = 0; j < a.numbers.length; j++) sum += (a.numbers[j]! - b.numbers[j]!) ** 2;
  let mismatches = 0;
  for (let j = 0; j < a.codes.length; j++) if (a.codes[j] !== b.codes[j]) mismatches++;
  return sum + gamma * mismatches;
}

export interface GowerScale {
  /** Largest less smallest present value of each number; 0 for a constant one. */
  readonly ranges: readonly number[];
  /** One for each number, then for each category; absent: all equal. */
  readonly weights?: readonly number[];
}

/**
 * Gower's dissimilarity (Biometrics 27, 1971), 0 … 1: the weighted mean over the columns in which
 * both rows have a value of |x − y| / range and of mismatches. NaN when they share none.
 */
export function gowerDistance(a: MixedRow, b: MixedRow, { ranges, weights }: GowerScale): number {
  let [sum, total] = [0, 0];
  for (let j = 0; j < ranges.length; j++) {
    const difference = Math.abs(a.numbers[j]! - b.numbers[j]!);
    if (Number.isNaN(difference)) continue;
    const weight = weights?.[j] ?? 1;
    // Where all values are the same there is no difference to measure.
    if (ranges[j]! > 0) sum += (weight * difference) / ranges[j]!;
    total += weight;
  }
  for (let j = 0; j < a.codes.length; j++) {
    if (a.codes[j]! < 0 || b.codes[j]! < 0) continue;
    const weight = weights?.[ranges.length + j] ?? 1;
    if (a.codes[j] !== b.codes[j]) sum += weight;
    total += weight;
  }
  return total > 0 ? sum / total : NaN;
}
