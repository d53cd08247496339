import { describe, expect, it } from 'vitest';
import type { CellResult } from '../../core/cell-type';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import type { ClusteringValue, MatrixValue, ScoresValue } from '../../core/values';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { clusteringOf, pointsOf, toolsOf } from '../../../tests/support/tools';
import compute from './compute';
import { definition } from './definition';
import type { EvaluateDisplay } from './display';

/** Clouds, and the clustering that they were made by. */
function clouds(options: Parameters<typeof blobs>[0]): {
  readonly points: MatrixValue;
  readonly clustering: ClusteringValue;
} {
  const { matrix, truth } = blobs(options);
  return { points: pointsOf(matrix), clustering: clusteringOf(matrix, truth) };
}

async function evaluate(
  points: MatrixValue,
  clustering: ClusteringValue,
  sampleRows = 20_000,
): Promise<{ value: ScoresValue; display: EvaluateDisplay }> {
  const run = compute.run({ sampleRows }, { points, clustering }, toolsOf());
  // What this computation returns, by its definition.
  return (await finish(run)) as unknown as { value: ScoresValue; display: EvaluateDisplay };
}

describe('the evaluate cell', () => {
  it('scores a clustering exactly when there are few rows', async () => {
    const { points, clustering } = clouds({ clusters: 3, rows: 300, spread: 0.3 });
    const { value, display } = await evaluate(points, clustering);
    expect(display).toMatchObject({
      rows: 300,
      clusters: 3,
      silhouetteRows: 300,
      silhouetteError: 0,
    });
    expect(value.silhouette).toBeGreaterThan(0.7);
    expect(Math.abs(value.inertia - clustering.inertia)).toBeLessThan(1e-9 * clustering.inertia);
    expect(display.segments.map(({ size }) => size)).toEqual(clustering.sizes);
  });

  it('states how many rows were drawn and the standard error when there are many', async () => {
    const { points, clustering } = clouds({ clusters: 4, rows: 5000, spread: 4 });
    const sampled = (await evaluate(points, clustering, 1000)).display;
    const exact = (await evaluate(points, clustering)).display;
    expect(sampled.silhouetteRows).toBe(1000);
    expect(sampled.silhouetteError).toBeGreaterThan(0);
    expect(Math.abs(sampled.silhouette! - exact.silhouette!)).toBeLessThan(
      4 * sampled.silhouetteError,
    );
    expect(sampled.calinskiHarabasz).toBe(exact.calinskiHarabasz);
  });

  it('leaves undefined scores empty', async () => {
    const equal = matrixOf([[1], [1], [1]]);
    const one = clusteringOf(equal, Int32Array.of(0, 0, 0));
    const { value, display } = await evaluate(pointsOf(equal), one);
    const none = { silhouette: null, calinskiHarabasz: null, daviesBouldin: null, inertia: 0 };
    expect(value).toMatchObject(none);
    expect(display.segments).toHaveLength(1);
    expect(display.segments[0]).toMatchObject({ size: 3, silhouette: null, neighbor: null });
  });

  it('refuses a clustering of other rows', async () => {
    const points = pointsOf(matrixOf([[1], [2], [3]]));
    const other = clusteringOf(matrixOf([[1], [2]]), Int32Array.of(0, 1));
    await expect(evaluate(points, other)).rejects.toMatchObject({
      code: 'rows-differ',
      facts: { rows: 3, labelled: 2 },
    });
  });

  it('moves its progress forwards and stops cleanly when abandoned', async () => {
    const { points, clustering } = clouds({ clusters: 4, rows: 3000, columns: 8 });
    const params = initialParams(definition.params);
    const job = compute.run(params, { points, clustering }, toolsOf());
    let done = -1;
    for (let step = await job.next(); !step.done; step = await job.next()) {
      expect(step.value.done).toBeGreaterThanOrEqual(done);
      done = step.value.done;
    }
    const abandoned = compute.run(params, { points, clustering }, toolsOf());
    await abandoned.next();
    await abandoned.return(undefined as unknown as CellResult);
    expect(await abandoned.next()).toEqual({ done: true, value: undefined });
  });
});
