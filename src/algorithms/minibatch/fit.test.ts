import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { createRandom } from '../../core/random';
import { adjustedRand } from '../../../tests/support/adjusted-rand';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { toolsOf } from '../../../tests/support/tools';
import { definition } from './definition';
import { fitMiniBatch, type MiniBatchParams } from './fit';
import { learnFrom, moveIdle } from './step';
import { FIRST_WATCH, watchOn } from './watch';

const params = (changes: Partial<MiniBatchParams>): MiniBatchParams => ({
  ...initialParams(definition.params),
  ...changes,
});

function fit(matrix: Matrix, changes: Partial<MiniBatchParams>): Promise<ClusteringFit> {
  return finish(fitMiniBatch(shardsOf(matrix), params(changes), toolsOf(5)));
}

describe('one batch', () => {
  it('moves centroids to the mean of all rows they have learned from', () => {
    const learner = { centroids: Float64Array.of(0, 10), weights: Float64Array.of(0, 2) };
    const inertia = learnFrom(matrixOf([[1], [3], [13]]), learner);
    expect([...learner.centroids]).toEqual([2, 11]);
    expect([...learner.weights]).toEqual([2, 3]);
    expect(inertia).toBe(1 + 9 + 9);
  });

  it('leaves a centroid without rows where it is, and gives ties to the lower one', () => {
    const learner = { centroids: Float64Array.of(0, 2, 50), weights: Float64Array.of(1, 1, 1) };
    learnFrom(matrixOf([[1]]), learner);
    expect([...learner.centroids]).toEqual([0.5, 2, 50]);
  });

  it('moves idle centroids to rows of the batch and counts them as the least of the others', () => {
    const learner = { centroids: Float64Array.of(1, 2, 3), weights: Float64Array.of(500, 4, 900) };
    moveIdle(matrixOf([[70], [80], [90]]), learner, createRandom(1, 'test'));
    expect([70, 80, 90]).toContain(learner.centroids[1]);
    expect([...learner.weights]).toEqual([500, 500, 900]);
    expect([learner.centroids[0], learner.centroids[2]]).toEqual([1, 3]);
  });
});

it('counts batches without improvement by the smoothed inertia, the first left out', () => {
  let watch = watchOn(FIRST_WATCH, { inertia: 1, rows: 1 }, 9);
  expect([watch.smoothed, watch.batches]).toEqual([null, 1]);
  watch = watchOn(watch, { inertia: 10, rows: 1 }, 9);
  watch = watchOn(watch, { inertia: 20, rows: 1 }, 9);
  // Weight 2 / 10.
  expect([watch.smoothed, watch.least, watch.idle]).toEqual([12, 10, 1]);
  watch = watchOn(watch, { inertia: 0, rows: 1 }, 9);
  expect([watch.least, watch.idle]).toEqual([watch.smoothed, 0]);
});

describe('mini-batch K-means', () => {
  it('finds groups that lie apart', async () => {
    const { matrix, truth } = blobs({ clusters: 5, rows: 6000, columns: 4, seed: 4 });
    const { labels, isConverged, trace, iterations } = await fit(matrix, { clusters: 5 });
    expect(adjustedRand(labels, truth)).toBeGreaterThan(0.98);
    expect(isConverged).toBe(true);
    expect(trace.length).toBe(Math.min(iterations, 200));
  });

  it('labels all rows by their nearest centroid', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 3000, columns: 2, spread: 6 });
    const { labels, centroids, inertia } = await fit(matrix, { clusters: 7, batchRows: 64 });
    let sum = 0;
    labels.forEach((label, row) => {
      const distances = Array.from({ length: 7 }, (_, c) =>
        [0, 1].reduce((d, j) => d + (matrix.values[row * 2 + j]! - centroids[c * 2 + j]!) ** 2, 0),
      );
      expect(distances[label]).toBe(Math.min(...distances));
      sum += distances[label]!;
    });
    expect(Math.abs(inertia - sum)).toBeLessThan(1e-9 * sum);
  });

  it('stops after so many passes, not settled', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 2000, spread: 6 });
    const changes = { clusters: 8, batchRows: 200, maxPasses: 1, restarts: 1, patience: 500 };
    const { iterations, isConverged } = await fit(matrix, changes);
    expect([iterations, isConverged]).toEqual([10, false]);
  });

  it('finds rare distinct rows that no sample holds', async () => {
    const rare = Array.from({ length: 4000 }, (_, i) => [i < 2 ? 100 * (i + 1) : i % 2]);
    const found = await fit(matrixOf(rare), { clusters: 4, batchRows: 16, restarts: 3 });
    expect([found.clusters, found.inertia]).toEqual([4, 0]);
  });

  it('can be stopped between batches, with all rows labelled', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 2000, spread: 6 });
    const shards = shardsOf(matrix);
    const job = fitMiniBatch(shards, params({ batchRows: 32, patience: 1000 }), toolsOf());
    for (let steps = 0; steps < 60; steps++) {
      const step = await job.next();
      if (step.done) throw new Error('over too soon');
      if (Number(step.value.facts?.iteration ?? 0) < 5) continue;
      const { labels, isConverged, iterations } = await step.value.partial!();
      expect([labels.length, isConverged]).toEqual([2000, false]);
      expect(iterations).toBeGreaterThan(3);
      await job.return(undefined as never);
      return;
    }
    throw new Error('never iterated');
  });
});
