import type { Matrix } from '../../src/core/matrix';
import { chooseDistinct, createRandom } from '../../src/core/random';
import type { BenchCase, Given } from './work';

/** A draw that is close to normal: the sum of twelve uniform numbers. */
function normal(next: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += next();
  return sum;
}

/** Standardised rows: overlapping round clouds, or their exponentials, which have long tails. */
export function pointsOf({ rows, columns, clusters, shape }: BenchCase): Matrix {
  const { next } = createRandom(1, 'bench', rows, columns);
  const centers = Float64Array.from({ length: clusters * columns }, () => next() * 2 - 1);
  const reach = shape === 'blobs' ? 4 : 0.5;
  const values = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const center = Math.floor(next() * clusters) * columns;
    for (let j = 0; j < columns; j++) {
      const value = reach * centers[center + j]! + normal(next);
      values[i * columns + j] = shape === 'blobs' ? value : Math.exp(value);
    }
  }
  for (let j = 0; j < columns; j++) standardize(values, j, columns);
  return { rows, columns, values };
}

function standardize(values: Float32Array, column: number, columns: number): void {
  let sum = 0;
  let squares = 0;
  for (let at = column; at < values.length; at += columns) {
    sum += values[at]!;
    squares += values[at]! * values[at]!;
  }
  const rows = values.length / columns;
  const mean = sum / rows;
  const deviation = Math.sqrt(squares / rows - mean * mean);
  for (let at = column; at < values.length; at += columns) {
    values[at] = (values[at]! - mean) / deviation;
  }
}

/** Distinct rows as starts, row-major; the same for everybody. */
export function startsOf({ rows, columns, values }: Matrix, clusters: number): Float64Array {
  const chosen = chooseDistinct(createRandom(2, 'bench'), clusters, rows);
  const starts = new Float64Array(clusters * columns);
  chosen.forEach((row, i) => {
    starts.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return starts;
}

/** The `points` of what everybody works on, which are f32. */
export function matrixOf(given: Given, { rows, columns }: BenchCase): Matrix {
  const values = given['points'];
  if (!(values instanceof Float32Array)) throw new TypeError('points are not f32');
  return { rows, columns, values };
}
