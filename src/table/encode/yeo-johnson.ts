import type { Job } from '../../core/job';
import type { FittedStep } from '../../core/values';
import { expm1, ln, log1p } from '../../core/elementary';
import { minimizeBounded } from './minimize';
import { isNumericallyConstant, presentOf, summarizeMoments } from './moments';

export type YeoJohnsonStep = Extract<FittedStep, { kind: 'yeo-johnson' }>;

type Bounds = readonly [from: number, to: number];

const SMALLEST_NORMAL = 2 ** -1022;

/** Enough rows to come near the maximum; from there on all rows count. */
const ROUGH_ROWS = 20_000;
const MOST_SECANTS = 12;

/**
 * The power transform of Yeo and Johnson (Biometrika 87, 2000), its λ by maximum likelihood
 * over the present values: scikit-learn's PowerTransformer without its standardizing. λ is
 * sought as SciPy's `yeojohnson_normmax` does (bounded Brent, which stops within some 1e-8 of
 * the maximum), on every n-th row of a long column, and then taken to full precision on all
 * rows, so that it does not depend on the order of sums. Where the likelihood still rises at
 * the bounds, all rows are searched. λ is 1 (no change) for a constant column. About ten passes
 * over the column; yields after each.
 */
export async function* fitYeoJohnson(values: Float64Array): Job<YeoJohnsonStep, never> {
  const { present, mean, variance, min, max } = summarizeMoments(values);
  if (present === 0 || isNumericallyConstant(variance, mean, present)) {
    return { kind: 'yeo-johnson', lambda: 1 };
  }
  const logs = signedLogs(values);
  yield PROGRESS;
  const bounds = boundsOf(min, max);
  const rough = yield* searchLambda(everyNth(logs, ROUGH_ROWS), bounds);
  const sharp = yield* sharpen(rough, logs, bounds);
  const isShort = logs.length <= ROUGH_ROWS;
  const lambda = sharp ?? (isShort ? rough : yield* searchLambda(logs, bounds));
  return { kind: 'yeo-johnson', lambda };
}

const PROGRESS = { done: 0, total: 1, phase: 'fit-lambda' } as const;

function everyNth(logs: Float64Array, limit: number): Float64Array {
  const step = Math.ceil(logs.length / limit);
  if (step <= 1) return logs;
  return Float64Array.from({ length: Math.ceil(logs.length / step) }, (_, i) => logs[i * step]!);
}

function searchLambda(logs: Float64Array, [from, to]: Bounds): Job<number, never> {
  const room = new Float64Array(logs.length);
  return minimizeBounded((lambda) => -logLikelihood(lambda, logs, room), from, to);
}

/** Secant steps to where the likelihood neither rises nor falls; null if they do not settle inside. */
async function* sharpen(
  rough: number,
  logs: Float64Array,
  [from, to]: Bounds,
): Job<number | null, never> {
  const unit = Math.max(1, Math.abs(rough));
  const slopeAt = slopeOfLikelihood(logs);
  let before = { lambda: rough - 1e-4 * unit, slope: slopeAt(rough - 1e-4 * unit) };
  let lambda = rough;
  for (let step = 0; step < MOST_SECANTS; step++) {
    yield PROGRESS;
    const slope = slopeAt(lambda);
    const move = (-slope * (lambda - before.lambda)) / (slope - before.slope);
    before = { lambda, slope };
    if (slope !== 0) lambda += move;
    if (!(lambda > from && lambda < to)) return null;
    if (slope === 0 || Math.abs(move) <= 1e-12 * unit) return lambda;
  }
  return null;
}

/** d/dλ of `logLikelihood`, as a function that keeps its working space. */
function slopeOfLikelihood(logs: Float64Array): (lambda: number) => number {
  const count = logs.length;
  const [bent, steep] = [new Float64Array(count), new Float64Array(count)];
  const total = logs.reduce((sum, log) => sum + log, 0);
  return (lambda) => {
    let [bentSum, steepSum] = [0, 0];
    for (let i = 0; i < count; i++) {
      bendWithSlope(lambda, logs[i]!);
      bentSum += bent[i] = both.value;
      steepSum += steep[i] = both.slope;
    }
    let [variance, covariance] = [0, 0];
    for (let i = 0; i < count; i++) {
      const deviation = bent[i]! - bentSum / count;
      variance += deviation * deviation;
      covariance += deviation * (steep[i]! - steepSum / count);
    }
    return (-count * covariance) / variance + total;
  };
}

/** Where `bendWithSlope` leaves its two answers: an object a value would be a million objects. */
const both = { value: 0, slope: 0 };

/** `bend` and its d/dλ; a series where the closed form would cancel. */
function bendWithSlope(lambda: number, log: number): void {
  const power = log < 0 ? 2 - lambda : lambda;
  const size = Math.abs(log);
  const product = power * size;
  const growth = expm1(product);
  const grown = Math.abs(power) < Number.EPSILON ? size : growth / power;
  both.value = log < 0 ? -grown : grown;
  both.slope =
    Math.abs(product) < 1e-3
      ? size * size * (1 / 2 + product * (1 / 3 + product * (1 / 8 + product / 30)))
      : (size * (1 + growth) - grown) / power;
}

/** sign(x) ln(1 + |x|) of the present values: the transform and its likelihood need no more. */
function signedLogs(values: Float64Array): Float64Array {
  const logs = presentOf(values);
  for (let i = 0; i < logs.length; i++) logs[i] = Math.sign(logs[i]!) * log1p(Math.abs(logs[i]!));
  return logs;
}

/** Where the transformed values, up to 20 times the largest seen, neither over- nor underflow. */
function boundsOf(min: number, max: number): Bounds {
  const largest = log1p(20 * Math.max(Math.abs(min), Math.abs(max)));
  const from = (ln(SMALLEST_NORMAL) - ln(Number.EPSILON)) / 2 / largest;
  const to = (ln(Number.MAX_VALUE) + ln(Number.EPSILON)) / 2 / largest;
  if (max < 0) return [2 - to, 2 - from];
  if (min < 0) return [Math.max(2 - to, from), Math.min(2 - from, to)];
  return [from, to];
}

/**
 * Profile log-likelihood without its constant terms, as `scipy.stats.yeojohnson_llf`.
 * `transformed` is room to work in, as long as `logs`.
 */
function logLikelihood(lambda: number, logs: Float64Array, transformed: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < logs.length; i++) {
    transformed[i] = bend(lambda, logs[i]!);
    sum += logs[i]!;
  }
  const { variance } = summarizeMoments(transformed);
  // SciPy rejects a vanished or overflown variance, which would look infinitely likely.
  if (!(variance >= SMALLEST_NORMAL && variance < Infinity)) return -Infinity;
  return (-logs.length / 2) * ln(variance) + (lambda - 1) * sum;
}

/** The transform of a value given as sign(x) ln(1 + |x|). */
function bend(lambda: number, log: number): number {
  const power = log < 0 ? 2 - lambda : lambda;
  if (Math.abs(power) < Number.EPSILON) return log;
  return log < 0 ? -expm1(-power * log) / power : expm1(power * log) / power;
}

export function applyYeoJohnson({ lambda }: YeoJohnsonStep, value: number): number {
  return bend(lambda, Math.sign(value) * log1p(Math.abs(value)));
}
