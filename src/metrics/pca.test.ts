import { describe, expect, it } from 'vitest';
import { finish } from '../core/job';
import { createRandom } from '../core/random';
import { decomposeSymmetric } from './eigen';
import { fitPca } from './pca';

function symmetric(n: number): Float64Array {
  const random = createRandom(7, 'symmetric');
  const matrix = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) matrix[a * n + b] = matrix[b * n + a] = random.next() - 0.5;
  }
  return matrix;
}

function eigenOf(matrix: Float64Array, n: number) {
  const steps = decomposeSymmetric(matrix, n);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('decomposeSymmetric', () => {
  it.each([1, 2, 3, 40, 120])('finds %i vectors that the matrix only stretches', (n) => {
    const matrix = symmetric(n);
    const { values, vectors } = eigenOf(matrix, n);
    let worst = 0;
    for (let i = 0; i < n; i++) {
      for (let a = 0; a < n; a++) {
        let product = 0;
        for (let b = 0; b < n; b++) product += matrix[a * n + b]! * vectors[i * n + b]!;
        worst = Math.max(worst, Math.abs(product - values[i]! * vectors[i * n + a]!));
      }
    }
    expect(worst).toBeLessThan(1e-12 * n);
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  });

  it('keeps the vectors of equal values at right angles', () => {
    const n = 5;
    const matrix = new Float64Array(n * n).fill(1);
    for (let i = 0; i < n; i++) matrix[i * n + i] = 3;
    const { values, vectors } = eigenOf(matrix, n);
    expect([...values].map((value) => value.toFixed(10))).toEqual(
      ['7', '2', '2', '2', '2'].map((v) => Number(v).toFixed(10)),
    );
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let dot = 0;
        for (let k = 0; k < n; k++) dot += vectors[i * n + k]! * vectors[j * n + k]!;
        expect(dot).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });
});

describe('fitPca', () => {
  const fit = (rows: number, columns: number, values: number[]) =>
    finish(fitPca({ rows, columns, values: Float32Array.from(values) }, 2));

  it('explains nothing when all rows are equal', async () => {
    const { explained, components } = await fit(3, 2, [1, 2, 1, 2, 1, 2]);
    expect([...explained]).toEqual([0, 0]);
    expect([...components].every(Number.isFinite)).toBe(true);
  });

  it('has one component for one column and one row', async () => {
    expect([...(await fit(1, 1, [5])).components]).toEqual([1]);
  });

  it('turns two equally large loadings by the first, not by rounding', async () => {
    const { components } = await fit(4, 2, [1, -1, 2, -2, 4, -4, 0, 0]);
    expect(components[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(components[1]).toBeCloseTo(-Math.SQRT1_2, 12);
  });
});
