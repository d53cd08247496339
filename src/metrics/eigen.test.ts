import { describe, expect, it } from 'vitest';
import { decomposeSymmetric } from './eigen';

/** Products of the columns of a table whose rows repeat: far fewer directions than columns. */
function fewDirections(columns: number): Float64Array {
  const rows = Array.from({ length: 20 }, (_, i) =>
    Array.from({ length: columns }, (_unused, j) => (i % 4) * 10 + ((i * 7 + j * 13) % 5) - 17),
  );
  const products = new Float64Array(columns * columns);
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < columns; b++) {
      products[a * columns + b] = rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0);
    }
  }
  return products;
}

describe('decomposeSymmetric', () => {
  it('ends when most eigenvalues are zero, and its vectors give the matrix back', () => {
    const n = 90;
    const matrix = fewDirections(n);
    const steps = decomposeSymmetric(matrix, n);
    let count = 0;
    let step = steps.next();
    // A sweep for each value is usual; ten for each would be a search that never ends.
    while (!step.done && count < 10 * n) {
      count++;
      step = steps.next();
    }
    if (!step.done) throw new Error('still at it');
    const { values, vectors } = step.value;
    const largest = values[0]!;
    for (let a = 0; a < n; a += 7) {
      for (let b = 0; b < n; b += 5) {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += values[i]! * vectors[i * n + a]! * vectors[i * n + b]!;
        expect(Math.abs(sum - matrix[a * n + b]!)).toBeLessThan(1e-9 * largest);
      }
    }
  });
});
