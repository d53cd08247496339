import type { Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import { decomposeSymmetric } from './eigen';

/** The directions in which rows differ most, after moving their mean to the origin. */
export interface PrincipalComponents {
  readonly columns: number;
  readonly mean: Float64Array;
  /** Row c is component c, a unit vector; row-major count × columns. */
  readonly components: Float64Array;
  /** Share of the variance along each component; 0 when all rows are equal. */
  readonly explained: Float64Array;
}

/** Multiply-adds between two yields: some 5 ms. */
const SLICE = 4e6;

/**
 * Principal components of a matrix, as scikit-learn's PCA: eigenvectors of the covariance, summed
 * in f64, and turned so that the largest loading is positive (of equally large ones the first).
 * At most `count`, at most as many as columns. Costs rows × columns² / 2 and 10 columns³.
 */
export async function* fitPca(matrix: Matrix, count: number): Job<PrincipalComponents, never> {
  const { columns } = matrix;
  const mean = yield* meanOf(matrix);
  const scatter = new Float64Array(columns * columns);
  const block = Math.max(1, Math.floor((2 * SLICE) / (columns * columns)));
  for (let from = 0; from < matrix.rows; from += block) {
    addScatter({ matrix, mean, scatter }, from, Math.min(from + block, matrix.rows));
    yield { done: 0.9 * (from / matrix.rows), total: 1, phase: 'fit-components' };
  }
  mirror(scatter, columns);
  const decomposition = decomposeSymmetric(scatter, columns);
  let step = decomposition.next();
  while (!step.done) {
    yield { done: 0.9, total: 1, phase: 'fit-components' };
    step = decomposition.next();
  }
  const { values, vectors } = step.value;
  const kept = Math.min(count, columns);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const components = vectors.slice(0, kept * columns);
  for (let c = 0; c < kept; c++) turn(components.subarray(c * columns, (c + 1) * columns));
  const explained = Float64Array.from(values.subarray(0, kept), (value) =>
    total > 0 ? Math.max(0, value) / total : 0,
  );
  return { columns, mean, components, explained };
}

async function* meanOf({ rows, columns, values }: Matrix): Job<Float64Array, never> {
  const mean = new Float64Array(columns);
  const block = Math.max(1, Math.floor(SLICE / columns));
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(from + block, rows);
    for (let i = from; i < to; i++) {
      for (let j = 0; j < columns; j++) mean[j]! += values[i * columns + j]!;
    }
    yield { done: 0, total: 1, phase: 'fit-components' };
  }
  for (let j = 0; j < columns; j++) mean[j]! /= rows;
  return mean;
}

interface Scatter {
  readonly matrix: Matrix;
  readonly mean: Float64Array;
  /** Sums of products of deviations; the upper half is filled. */
  readonly scatter: Float64Array;
}

function addScatter({ matrix, mean, scatter }: Scatter, from: number, to: number): void {
  const { columns, values } = matrix;
  const deviation = new Float64Array(columns);
  for (let i = from; i < to; i++) {
    for (let j = 0; j < columns; j++) deviation[j] = values[i * columns + j]! - mean[j]!;
    for (let a = 0; a < columns; a++) {
      const factor = deviation[a]!;
      const at = a * columns;
      for (let b = a; b < columns; b++) scatter[at + b]! += factor * deviation[b]!;
    }
  }
}

function mirror(scatter: Float64Array, columns: number): void {
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < a; b++) scatter[a * columns + b] = scatter[b * columns + a]!;
  }
}

/** Makes the largest loading positive. Rounding must not decide between two that are equal. */
function turn(component: Float64Array): void {
  const largest = component.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const leading = component.find((weight) => Math.abs(weight) >= largest * (1 - 1e-9)) ?? 0;
  if (leading >= 0) return;
  for (let j = 0; j < component.length; j++) component[j] = -component[j]!;
}

/** Where one row lies along component `c`; `at` is the place of its first value in `values`. */
export function project(
  { columns, mean, components }: PrincipalComponents,
  c: number,
  { values, at }: { readonly values: ArrayLike<number>; readonly at: number },
): number {
  let sum = 0;
  for (let j = 0; j < columns; j++)
    sum += (values[at + j]! - mean[j]!) * components[c * columns + j]!;
  return sum;
}
