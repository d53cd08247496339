import { createBins } from './bins';
import type { Histogram, NumberSummary } from './profile';

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
 * Figures of ascending numbers (at least one, no NaN); linear. Definitions are
 * those of numpy (mean, std, quantile) and scipy.stats.skew. Sums are compensated (Neumaier),
 * so that the order of the rows hardly shows in the last digit.
 */
export function* summarizeSorted(
  sorted: Float64Array,
  mayBeLog: boolean,
): Generator<void, Summary> {
  const n = sorted.length;
  const { mean, deviation, skewness } = yield* momentsOf(sorted);
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

interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
}

/** In units of a power of two, which rounds nothing: no sum, square or cube over- or underflows. */
function* momentsOf(sorted: Float64Array): Generator<void, Moments> {
  const n = sorted.length;
  const unit = unitOf(Math.max(Math.abs(sorted[0]!), Math.abs(sorted[n - 1]!)));
  const center = (yield* sumOf(sorted, (x) => x / unit)) / n;
  const mean = center * unit;
  if (sorted[0] === sorted[n - 1]) return { mean, deviation: 0, skewness: 0 };
  const second = (yield* sumOf(sorted, (x) => square(x / unit - center))) / n;
  const third = (yield* sumOf(sorted, (x) => square(x / unit - center) * (x / unit - center))) / n;
  const deviation = Math.sqrt(second);
  const skewness = third / (second * deviation);
  // Differences too small for a double to square: nothing can be said of the shape.
  return { mean, deviation: deviation * unit, skewness: Number.isFinite(skewness) ? skewness : 0 };
}

/** A power of two near this size. */
function unitOf(size: number): number {
  return size > 0 ? 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(size)))) : 1;
}

function square(x: number): number {
  return x * x;
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
  const countedOr = isCounted ? (x: number) => x - from : createBins(from, to, bins);
  const binOf = scale === 'log' ? logBins(from, to, bins) : countedOr;
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < sorted.length; i++) {
    counts[binOf(sorted[i]!)]!++;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  return { scale, from, to, counts };
}

function logBins(from: number, to: number, bins: number): (x: number) => number {
  const binOf = createBins(0, Math.log10(1 + (to - from)), bins);
  return (x) => binOf(Math.log10(1 + (x - from)));
}
