import type { Histogram, NumberSummary } from './profile';
import { sortNumbers } from './sort-numbers';

const BLOCK = 1 << 18;
const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;
const BINS = 24;
/** A log axis pays when most of a linear picture would be empty. */
const LOG_SKEWNESS = 2;
const LOG_RANGE = 20;

export interface Summary {
  readonly numbers: NumberSummary;
  readonly distinct: number;
}

/**
 * Figures of the given numbers (at least one, no NaN); n log n for the sort. Definitions are
 * those of numpy (mean, std, quantile) and scipy.stats.skew. Sums are compensated (Neumaier),
 * so that the order of the rows hardly shows in the last digit.
 */
export function* summarizeNumbers(
  present: Float64Array,
  mayBeLog: boolean,
): Generator<void, Summary> {
  const sorted = yield* sortNumbers(present);
  const n = sorted.length;
  const mean = (yield* sumOf(sorted, (x) => x)) / n;
  const { deviation, skewness } = yield* momentsOf(sorted, mean);
  const { distinct, zeros, negatives, isWhole } = yield* countsOf(sorted);
  const min = sorted[0]!;
  const max = sorted[n - 1]!;
  const isLog = mayBeLog && skewness > LOG_SKEWNESS && max - min >= LOG_RANGE;
  const histogram = yield* histogramOf(sorted, isLog ? 'log' : 'linear', isWhole);
  const [q01, q05, q25, q50, q75, q95, q99] = QUANTILES.map((q) => quantileOf(sorted, q));
  const quantiles = [q01!, q05!, q25!, q50!, q75!, q95!, q99!] as const;
  const figures = { min, max, mean, deviation, skewness, quantiles, zeros, negatives, isWhole };
  return { numbers: { ...figures, histogram }, distinct };
}

/** Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974. */
function* sumOf(values: Float64Array, of: (x: number) => number): Generator<void, number> {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = of(values[i]!);
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  return sum + lost;
}

function* momentsOf(
  sorted: Float64Array,
  mean: number,
): Generator<void, { deviation: number; skewness: number }> {
  const n = sorted.length;
  if (sorted[0] === sorted[n - 1]) return { deviation: 0, skewness: 0 };
  const second = (yield* sumOf(sorted, (x) => (x - mean) ** 2)) / n;
  const third = (yield* sumOf(sorted, (x) => (x - mean) * (x - mean) * (x - mean))) / n;
  const deviation = Math.sqrt(second);
  const skewness = third / (second * deviation);
  // Differences too small for a double to square: nothing can be said of the shape.
  return { deviation, skewness: Number.isFinite(skewness) ? skewness : 0 };
}

interface Counts {
  readonly distinct: number;
  readonly zeros: number;
  readonly negatives: number;
  readonly isWhole: boolean;
}

function* countsOf(sorted: Float64Array): Generator<void, Counts> {
  let distinct = 0;
  let zeros = 0;
  let negatives = 0;
  let isWhole = true;
  for (let i = 0; i < sorted.length; i++) {
    const x = sorted[i]!;
    if (i === 0 || x !== sorted[i - 1]) distinct++;
    if (x === 0) zeros++;
    if (x < 0) negatives++;
    if (isWhole && !Number.isInteger(x)) isWhole = false;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  return { distinct, zeros, negatives, isWhole };
}

/** Linear interpolation between order statistics, in the form that numpy.quantile uses. */
export function quantileOf(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const t = place - below;
  const step = high - low;
  return t >= 0.5 ? high - step * (1 - t) : low + step * t;
}

function* histogramOf(
  sorted: Float64Array,
  scale: Histogram['scale'],
  isWhole: boolean,
): Generator<void, Histogram> {
  const from = sorted[0]!;
  const to = sorted[sorted.length - 1]!;
  if (from === to) return { scale, from, to, counts: [sorted.length] };
  // Few whole numbers get a bin each: value i of 0 … r falls into bin i of r + 1.
  const isCounted = scale === 'linear' && isWhole && to - from < BINS;
  const bins = isCounted ? to - from + 1 : BINS;
  // Halves, because the range of all doubles is not itself a double.
  const placeOf = (x: number) => (scale === 'log' ? Math.log10(1 + (x - from)) : x / 2 - from / 2);
  const range = placeOf(to);
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < sorted.length; i++) {
    const share = range > 0 ? placeOf(sorted[i]!) / range : 1;
    counts[Math.min(bins - 1, Math.floor(share * bins))]!++;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  return { scale, from, to, counts };
}
