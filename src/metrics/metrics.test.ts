import { describe, expect, it } from 'vitest';
import { finish } from '../core/job';
import type { Matrix } from '../core/matrix';
import { blobs, matrixOf } from '../../tests/support/blobs';
import { shardsOf } from '../../tests/support/shards';
import { scoreClusterMeasures, type ClusterMeasures } from './cluster-measures';
import { scoreSilhouette, type Silhouette } from './silhouette';
import { sampleForSilhouette, shareOut } from './silhouette-sample';

function silhouette(
  matrix: Matrix,
  labels: readonly number[] | Int32Array,
  changes: { clusters?: number; sampleRows?: number; seed?: number } = {},
): Promise<Silhouette | null> {
  const clusters = Math.max(...labels) + 1;
  const createShards = (rows: Matrix) => Promise.resolve(shardsOf(rows));
  const options = { clusters, sampleRows: 20_000, seed: 1, createShards, ...changes };
  return finish(scoreSilhouette(matrix, Int32Array.from(labels), options));
}

function meansOf(matrix: Matrix, labels: ArrayLike<number>, clusters: number): Float64Array {
  const means = new Float64Array(clusters * matrix.columns);
  const counts = new Int32Array(clusters);
  for (let i = 0; i < matrix.rows; i++) {
    if (labels[i]! < 0) continue;
    counts[labels[i]!]!++;
    for (let j = 0; j < matrix.columns; j++) {
      means[labels[i]! * matrix.columns + j]! += matrix.values[i * matrix.columns + j]!;
    }
  }
  return means.map((sum, at) => sum / counts[Math.floor(at / matrix.columns)]!);
}

function measures(matrix: Matrix, labels: readonly number[]): Promise<ClusterMeasures> {
  const clusters = Math.max(...labels) + 1;
  const centroids = meansOf(matrix, labels, clusters);
  return finish(scoreClusterMeasures(shardsOf(matrix), Int32Array.from(labels), centroids));
}

const line = matrixOf([[0], [2], [10], [14]]);

describe('scoreSilhouette', () => {
  it('equals the definition worked out by hand', async () => {
    const found = await silhouette(line, [0, 0, 1, 1]);
    // Row 0: a = 2, b = 12; row 2: a = 2, b = 10; row 10: a = 4, b = 9; row 14: a = 4, b = 13.
    const values = [10 / 12, 8 / 10, 5 / 9, 9 / 13];
    expect(found?.mean).toBeCloseTo(values.reduce((sum, s) => sum + s, 0) / 4, 14);
    expect(found?.clusters.map(({ mean }) => mean)).toEqual([
      expect.closeTo((10 / 12 + 8 / 10) / 2, 14),
      expect.closeTo((5 / 9 + 9 / 13) / 2, 14),
    ]);
    expect([found?.rows, found?.error]).toEqual([4, 0]);
  });

  it('gives a row alone in its cluster 0', async () => {
    const found = await silhouette(line, [0, 0, 0, 1]);
    expect(found?.clusters[1]).toMatchObject({ size: 1, mean: 0 });
  });

  it('is undefined for one cluster and for as many clusters as rows', async () => {
    expect(await silhouette(line, [0, 0, 0, 0])).toBeNull();
    expect(await silhouette(line, [0, 1, 2, 3])).toBeNull();
  });

  it('is 0 where all rows are equal', async () => {
    expect((await silhouette(matrixOf([[1], [1], [1], [1]]), [0, 0, 1, 1]))?.mean).toBe(0);
  });

  it('leaves noise out', async () => {
    const noisy = matrixOf([[0], [5], [2], [10], [14]]);
    const found = await silhouette(noisy, [0, -1, 0, 1, 1]);
    expect(found?.mean).toBe((await silhouette(line, [0, 0, 1, 1]))?.mean);
  });

  it('names the neighbor of each cluster and counts its rows into bins', async () => {
    const found = await silhouette(matrixOf([[0], [1], [9], [10], [30], [31]]), [0, 0, 1, 1, 2, 2]);
    expect(found?.clusters.map(({ neighbor }) => neighbor)).toEqual([1, 0, 1]);
    found?.clusters.forEach(({ histogram, size }) => {
      expect(histogram).toHaveLength(40);
      expect(histogram.reduce((sum, count) => sum + count, 0)).toBe(size);
    });
  });

  it('estimates the exact value from a sample, within a few of its standard errors', async () => {
    const { matrix, truth } = blobs({ clusters: 4, rows: 6000, columns: 3, spread: 5, seed: 3 });
    const exact = (await silhouette(matrix, truth))!;
    expect([exact.rows, exact.error]).toEqual([6000, 0]);
    const estimates = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => silhouette(matrix, truth, { sampleRows: 1000, seed })),
    );
    for (const estimate of estimates) {
      expect(estimate?.rows).toBe(1000);
      expect(estimate?.error).toBeGreaterThan(0);
      expect(Math.abs(estimate!.mean - exact.mean)).toBeLessThan(4 * estimate!.error);
    }
    const again = await silhouette(matrix, truth, { sampleRows: 1000, seed: 1 });
    expect(again).toEqual(estimates[0]);
  });
});

/** What work that pauses comes to. */
function drawn<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('the sample for the silhouette', () => {
  it.each([2, 3])('is refused for thousands of clusters of %i rows', async (size) => {
    const labels = Int32Array.from({ length: 30_000 }, (_, row) => Math.floor(row / size));
    const matrix = { rows: labels.length, columns: 1, values: new Float32Array(labels.length) };
    await expect(silhouette(matrix, labels)).rejects.toMatchObject({
      code: 'clusters-need-memory',
      facts: { clusters: 30_000 / size, rows: 30_000 },
    });
  });

  it('takes all of a small cluster and shares the rest evenly', () => {
    expect(shareOut([1000, 10, 500], 310)).toEqual([150, 10, 150]);
    expect(shareOut([5, 5], 100)).toEqual([5, 5]);
    expect(shareOut([1000, 1000, 1], 1)).toEqual([2, 2, 1]);
  });

  it('draws without repeats, sorted by cluster, every row equally often', () => {
    const labels = Int32Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 0 : 1));
    const hits = new Array<number>(60).fill(0);
    for (let seed = 0; seed < 2000; seed++) {
      const { rows, ends } = drawn(sampleForSilhouette(labels, 2, { sampleRows: 20, seed }));
      expect([...ends]).toEqual([10, 20]);
      rows.forEach((row, i) => {
        hits[row]!++;
        expect(labels[row]).toBe(i < 10 ? 0 : 1);
      });
    }
    // 1,000 and 500 expected; standard deviations about 22 and 19.
    hits.forEach((count, row) => {
      expect(Math.abs(count - (row % 3 === 0 ? 1000 : 500))).toBeLessThan(110);
    });
  });
});

describe('scoreClusterMeasures', () => {
  it('equals the definitions worked out by hand', async () => {
    const found = await measures(line, [0, 0, 1, 1]);
    // Means 1 and 12 of 6.5: W = 2 + 8, B = 4 × 5.5², and (1 + 2) / 11.
    expect(found.inertia).toBe(10);
    expect(found.calinskiHarabasz).toBeCloseTo((4 * 5.5 ** 2 * 2) / 10, 12);
    expect(found.daviesBouldin).toBeCloseTo(3 / 11, 14);
  });

  it('is 1 and 0 where nothing spreads within', async () => {
    const found = await measures(matrixOf([[1], [1], [5], [5]]), [0, 0, 1, 1]);
    expect(found).toMatchObject({
      inertia: 0,
      calinskiHarabasz: 1,
      daviesBouldin: 0,
      simplifiedSilhouette: 1,
    });
  });

  it('is undefined for one cluster and for as many clusters as rows', async () => {
    const none = { calinskiHarabasz: null, daviesBouldin: null };
    expect(await measures(line, [0, 0, 0, 0])).toMatchObject(none);
    expect(await measures(line, [0, 1, 2, 3])).toMatchObject(none);
  });

  it('leaves noise out', async () => {
    const noisy = matrixOf([[0], [5], [2], [10], [14]]);
    expect(await measures(noisy, [0, -1, 0, 1, 1])).toEqual(await measures(line, [0, 0, 1, 1]));
  });
});
