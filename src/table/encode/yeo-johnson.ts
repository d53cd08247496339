import type { Job } from '../../core/job';
import type { FittedStep } from '../../core/values';
import { expm1, ln, log1p } from './elementary';
import { minimizeBounded } from './minimize';
import { isNumericallyConstant, presentOf, summarizeMoments } from './moments';

export type YeoJohnsonStep = Extract<FittedStep, { kind: 'yeo-johnson' }>;

const SMALLEST_NORMAL = 2 ** -1022;

/**
 * The power transform of Yeo and Johnson (Biometrika 87, 2000), its λ by maximum likelihood
 * over the present values: scikit-learn's PowerTransformer without its standardizing. λ is
 * found as SciPy's `yeojohnson_normmax` does (bounded Brent, which stops within 1.5e-8 of the
 * maximum) and then taken to full precision, so that it does not depend on the order of sums.
 * λ is 1 (no change) for a constant column. About 30 passes over the column; yields after each.
 */
export async function* fitYeoJohnson(values: Float64Array): Job<YeoJohnsonStep, never> {
  const { present, mean, variance, min, max } = summarizeMoments(values);
  if (present === 0 || isNumericallyConstant(variance, mean, present)) {
    return { kind: 'yeo-johnson', lambda: 1 };
  }
  const logs = signedLogs(values);
  const room = new Float64Array(logs.length);
  const rough = yield* minimizeBounded(
    (lambda) => -logLikelihood(lambda, logs, room),
    ...boundsOf(min, max),
  );
  return { kind: 'yeo-johnson', lambda: yield* sharpen(rough, logs) };
}

/** Two Newton steps on the slope of the likelihood; stays put where the maximum is a bound. */
async function* sharpen(rough: number, logs: Float64Array): Job<number, never> {
  const reach = 1e-4 * Math.max(1, Math.abs(rough));
  const before = slopeOfLikelihood(rough - reach, logs);
  yield { done: 1, total: 1, phase: 'fit-lambda' };
  const curvature = (slopeOfLikelihood(rough + reach, logs) - before) / (2 * reach);
  let lambda = rough;
  for (let step = 1; step <= 2; step++) {
    yield { done: 1, total: 1, phase: 'fit-lambda' };
    lambda -= slopeOfLikelihood(lambda, logs) / curvature;
  }
  return Math.abs(lambda - rough) < reach ? lambda : rough;
}

/** d/dλ of `logLikelihood`. */
function slopeOfLikelihood(lambda: number, logs: Float64Array): number {
  const count = logs.length;
  let [sum, bent, steep] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    sum += logs[i]!;
    bent += bend(lambda, logs[i]!);
    steep += bendSlope(lambda, logs[i]!);
  }
  let [variance, covariance] = [0, 0];
  for (let i = 0; i < count; i++) {
    const deviation = bend(lambda, logs[i]!) - bent / count;
    variance += deviation * deviation;
    covariance += deviation * (bendSlope(lambda, logs[i]!) - steep / count);
  }
  return (-count * covariance) / variance + sum;
}

/** d/dλ of `bend`; a series where the closed form would cancel. */
function bendSlope(lambda: number, log: number): number {
  const power = log < 0 ? 2 - lambda : lambda;
  const size = Math.abs(log);
  const product = power * size;
  if (Math.abs(product) < 1e-3) {
    return (
      size *
      size *
      (1 / 2 + product * (1 / 3 + product * (1 / 8 + product * (1 / 30 + product / 144))))
    );
  }
  const growth = expm1(product);
  return (size * (1 + growth) - growth / power) / power;
}

/** sign(x) ln(1 + |x|) of the present values: the transform and its likelihood need no more. */
function signedLogs(values: Float64Array): Float64Array {
  const logs = presentOf(values);
  for (let i = 0; i < logs.length; i++) logs[i] = Math.sign(logs[i]!) * log1p(Math.abs(logs[i]!));
  return logs;
}

/** Where the transformed values, up to 20 times the largest seen, neither over- nor underflow. */
function boundsOf(min: number, max: number): [from: number, to: number] {
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
