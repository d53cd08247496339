import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { NOISE } from '../../core/values';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { plainDbscan } from '../../../tests/support/plain-neighbors';
import { shardsOf } from '../../../tests/support/shards';
import { fitDbscan } from './fit';
import { kneeOf } from './suggest-radius';

async function fitOf(
  matrix: Matrix,
  params: { readonly radius: number; readonly minNeighbors: number },
  seed = 1,
): Promise<ClusteringFit> {
  const points = shardsOf(matrix);
  try {
    return await finish(fitDbscan(points, params, { seed }));
  } finally {
    points.release();
  }
}

/** Two rows of dots a unit apart, and one dot far away. */
const LINES = matrixOf([
  ...Array.from({ length: 6 }, (_, i) => [i, 0]),
  [50, 50],
  ...Array.from({ length: 6 }, (_, i) => [i, 10]),
]);

describe('DBSCAN', () => {
  it('finds connected rows and leaves the rest as noise', async () => {
    const fit = await fitOf(LINES, { radius: 1, minNeighbors: 2 });
    expect([...fit.labels]).toEqual([0, 0, 0, 0, 0, 0, NOISE, 1, 1, 1, 1, 1, 1]);
    expect(fit).toMatchObject({ clusters: 2, isConverged: true, iterations: 1, restarts: [] });
    expect([...fit.centroids]).toEqual([2.5, 0, 2.5, 10]);
    expect(fit.inertia).toBeCloseTo(35, 9);
    // Of the rows in clusters, without the dot far away.
    expect(fit.totalInertia).toBeCloseTo(335, 9);
    expect(fit.used).toBeUndefined();
  });

  it('counts a row among its own neighbours, and rows at exactly the radius', async () => {
    const three = { radius: 1, minNeighbors: 3 };
    const labels = [0, 0, 0, 0, 0, 0, NOISE, 1, 1, 1, 1, 1, 1];
    expect([...(await fitOf(LINES, three)).labels]).toEqual(labels);
    const none = await fitOf(LINES, { radius: 1, minNeighbors: 4 });
    expect(none.clusters).toBe(0);
    expect(none.centroids).toHaveLength(0);
    expect(new Set(none.labels)).toEqual(new Set([NOISE]));
    const nearly = await fitOf(LINES, { radius: 0.9999999, minNeighbors: 2 });
    expect(nearly.clusters).toBe(0);
  });

  it('gives a border row to the first of the clusters that reach it', async () => {
    // The middle dot has a core row of each side within the radius, but is none itself.
    const line = [0, 0.1, 0.2, 0.3, 1.3, 2.3, 2.4, 2.5, 2.6].map((x) => [x]);
    const there = await fitOf(matrixOf(line), { radius: 1.05, minNeighbors: 4 });
    expect([...there.labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
    const back = await fitOf(matrixOf(line.toReversed()), { radius: 1.05, minNeighbors: 4 });
    expect([...back.labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('makes one cluster of equal rows, and of a radius beyond everything', async () => {
    const equal = matrixOf(Array.from({ length: 100 }, () => [2, 3]));
    expect((await fitOf(equal, { radius: 0, minNeighbors: 10 })).clusters).toBe(1);
    const { matrix } = blobs({ clusters: 4, rows: 5_000, columns: 3 });
    const fit = await fitOf(matrix, { radius: 1e6, minNeighbors: 1000 });
    expect(fit.clusters).toBe(1);
    expect(fit.labels.every((label) => label === 0)).toBe(true);
  });

  it('takes every row for a cluster when one neighbour is enough', async () => {
    const fit = await fitOf(matrixOf([[0], [5], [10]]), { radius: 1, minNeighbors: 1 });
    expect([...fit.labels]).toEqual([0, 1, 2]);
  });

  it('suggests a radius that finds separate clouds and keeps most rows', async () => {
    const { matrix, truth } = blobs({ clusters: 4, rows: 3_000, spread: 0.4 });
    const fit = await fitOf(matrix, { radius: 0, minNeighbors: 10 });
    const radius = fit.used?.['radius'] ?? NaN;
    expect(radius).toBeGreaterThan(0);
    expect(Number(radius.toPrecision(3))).toBe(radius);
    expect(fit.clusters).toBe(4);
    const noise = fit.labels.filter((label) => label === NOISE).length;
    expect(noise).toBeLessThan(0.05 * matrix.rows);
    const met = new Set(truth.filter((_, row) => fit.labels[row] === 0));
    expect(met.size).toBe(1);
    const again = await fitOf(matrix, { radius, minNeighbors: 10 });
    expect(again.labels).toEqual(fit.labels);
    expect([...fit.labels]).toEqual([...plainDbscan(matrix, radius, 10)]);
  });

  it('finds the knee of a curve, and does without one', () => {
    expect(kneeOf(Float64Array.from([1, 1.1, 1.2, 1.3, 5, 9]))).toBe(1.3);
    expect(kneeOf(Float64Array.from([0, 0, 0, 4]))).toBe(4);
    expect(kneeOf(Float64Array.from([2, 2, 2]))).toBeGreaterThan(0);
    expect(kneeOf(Float64Array.from([0, 0]))).toBe(1);
  });
});
