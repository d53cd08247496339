import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { scoreTrustworthiness } from '../../src/metrics/trustworthiness';
import { fitUmap } from '../../src/metrics/umap/fit-umap';
import { shardsOf } from '../support/shards';
import recorded from './umap.json';

const matrixOf = (set: { rows: number; columns: number; values: number[] }): Matrix => ({
  rows: set.rows,
  columns: set.columns,
  values: Float32Array.from(set.values),
});

async function layOut(matrix: Matrix, seed: number): Promise<Float64Array> {
  const shards = shardsOf(matrix);
  try {
    return await finish(fitUmap(matrix, { shards, neighbors: recorded.neighbors, seed }));
  } finally {
    shards.release();
  }
}

describe.each(recorded.exact)(
  'trustworthiness against scikit-learn: $rows rows, $neighbors neighbours',
  (expected) => {
    it('is the same', async () => {
      const places = Float64Array.from(expected.places);
      const found = scoreTrustworthiness(matrixOf(expected), places, expected.neighbors);
      expect(await finish(found)).toBeCloseTo(expected.trustworthiness, 9);
    });
  },
);

describe.each(recorded.bars)('UMAP of $name', { timeout: 30_000 }, (set) => {
  const matrix = matrixOf(set);

  it.each([1, 2, 3])(
    'keeps neighbours together within 0.015 of t-SNE, with seed %i',
    async (seed) => {
      const places = await layOut(matrix, seed);
      expect(places.every(Number.isFinite)).toBe(true);
      const kept = (await finish(scoreTrustworthiness(matrix, places, recorded.neighbors)))!;
      expect(kept).toBeGreaterThan(set.tsne - 0.015);
      // Where two components leave much out, the picture must be worth its wait.
      if (set.pca < 0.95) expect(kept).toBeGreaterThan(set.pca + 0.03);
    },
  );
});

it('lays out the same picture for the same seed, and another for another', async () => {
  const matrix = matrixOf(recorded.bars[0]!);
  const first = await layOut(matrix, 7);
  expect(await layOut(matrix, 7)).toEqual(first);
  expect(await layOut(matrix, 8)).not.toEqual(first);
});
