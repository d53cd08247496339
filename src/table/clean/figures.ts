import { quantile } from '../encode/quantile';
import { sortNumbers } from '../sort-numbers';
import { quantileOf } from '../summarize-numbers';
import { BLOCK, type Paced } from './pace';

/** The numbers that are there in these rows. */
export function* presentIn(numbers: Float64Array, rows: Int32Array): Paced<Float64Array> {
  const present = new Float64Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = numbers[rows[i]!]!;
    if (!Number.isNaN(value)) present[count++] = value;
    if (i % (BLOCK * 8) === 0) yield;
  }
  return present.subarray(0, count);
}

/** The median of at least one number, as numpy has it. */
export function* medianOf(present: Float64Array): Paced<number> {
  const [median] = yield* quantilesIn(present, [0.5]);
  return median!;
}

/** Numbers among which one place is found within some ten milliseconds. */
const FOUND_AT_ONCE = 1 << 21;

/** Quantiles of at least one number with linear interpolation, as numpy.quantile. */
export function* quantilesIn(present: Float64Array, shares: readonly number[]): Paced<number[]> {
  if (present.length > FOUND_AT_ONCE) {
    const sorted = yield* sortNumbers(present);
    return shares.map((share) => quantileOf(sorted, share));
  }
  const numbers = present.slice();
  const found: number[] = [];
  for (const share of shares) {
    found.push(quantile(numbers, share));
    yield;
  }
  return found;
}

/** Mean and population standard deviation of at least one number; two passes, compensated (Neumaier). */
export function* momentsOf(present: Float64Array): Paced<{ mean: number; deviation: number }> {
  const n = present.length;
  const mean = (yield* sumOf(present, (x) => x / n)) || 0;
  const squares = yield* sumOf(present, (x) => ((x - mean) * (x - mean)) / n);
  return { mean, deviation: Math.sqrt(squares) };
}

function* sumOf(values: Float64Array, of: (x: number) => number): Paced<number> {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = of(values[i]!);
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
    if (i % (BLOCK * 4) === 0) yield;
  }
  return sum + lost;
}
