import { describe, expect, it } from 'vitest';
import type { CellResult } from '../../core/cell-compute';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import type { ClusteringValue, MatrixValue, ScoresValue } from '../../core/values';
import { fitKMeans } from '../../algorithms/kmeans/fit';
import { createRandom } from '../../core/random';
import { shardsOf } from '../../../tests/support/shards';
import { kMeansParams } from '../../../tests/support/k-means-params';
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

const K_MEANS = (clusters: number, changes: object = {}) => ({
  method: 'kmeans',
  params: { ...kMeansParams(clusters), ...changes },
});

const initial = initialParams(definition.params);

async function evaluate(
  points: MatrixValue,
  clustering: ClusteringValue,
  changes: Partial<typeof initial> = {},
): Promise<{ value: ScoresValue; display: EvaluateDisplay }> {
  const params = { ...initial, bootstraps: 4, ...changes };
  const run = compute.run(params, { points, clustering }, toolsOf());
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
    const sampled = (await evaluate(points, clustering, { sampleRows: 1000 })).display;
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

  it('moves its progress forwards, shows what is known, and stops with it', async () => {
    const { points, clustering } = clouds({ clusters: 4, rows: 600, columns: 8 });
    const made = { ...clustering, made: K_MEANS(4) };
    const job = compute.run({ ...initial, bootstraps: 4 }, { points, clustering: made }, toolsOf());
    let done = -1;
    const phases = new Set<string>();
    const seen = new Set<number>();
    for (let step = await job.next(); !step.done; step = await job.next()) {
      expect(step.value.done / step.value.total).toBeGreaterThanOrEqual(done);
      done = step.value.done / step.value.total;
      phases.add(step.value.phase ?? '');
      const shown = step.value.snapshot as EvaluateDisplay | undefined;
      if (!shown) continue;
      seen.add(shown.stability.bootstraps);
      expect(shown.stability.status).toBe('running');
      expect(shown.segments.every(({ verdict }) => verdict === null)).toBe(true);
    }
    expect([...seen]).toEqual([0, 1, 2, 3, 4]);
    expect([...phases]).toEqual(expect.arrayContaining(['silhouette', 'bootstraps', 'references']));
    const stopAt = async (bootstraps: number): Promise<EvaluateDisplay> => {
      const stopped = compute.run(initial, { points, clustering: made }, toolsOf());
      for (let step = await stopped.next(); !step.done; step = await stopped.next()) {
        const shown = step.value.snapshot as EvaluateDisplay | undefined;
        if (shown?.stability.bootstraps !== bootstraps) continue;
        const partial = (await step.value.partial?.()) as CellResult;
        await stopped.return(undefined as unknown as CellResult);
        return partial.display as EvaluateDisplay;
      }
      throw new Error('never got so far');
    };
    expect((await stopAt(1)).stability).toMatchObject({ status: 'stopped', bootstraps: 1 });
    expect(await stopAt(3)).toMatchObject({ stability: { status: 'measured' }, excess: null });
  });
});

describe('the verdicts of the evaluate cell', () => {
  it('call clear clouds usable, with all that speaks for them', async () => {
    const { points, clustering } = clouds({ clusters: 3, rows: 600, spread: 0.4 });
    const { display } = await evaluate(points, { ...clustering, made: K_MEANS(3) });
    expect(display.stability).toEqual({ status: 'measured', bootstraps: 4, draws: 600 });
    expect(display.excess).toBeGreaterThan(4);
    for (const { stability, rules, verdict } of display.segments) {
      expect(stability).toEqual({ mean: 1, low: 1, high: 1, dissolved: 0 });
      expect(rules!.right).toBe(rules!.heldOut);
      expect(verdict).toEqual({ kind: 'use', reasons: [] });
    }
  });

  it('see a segment that dissolves beside those that do not', async () => {
    // Two tight clouds, and a wide round one that four segments cut in two: any way is as good.
    const random = createRandom(7, 'round');
    const lines = Array.from({ length: 900 }, (_, row) => {
      const [angle, far] = [random.next() * 2 * Math.PI, Math.sqrt(random.next())];
      const [x, y, radius] = [[-20, 0, 0.5] as const, [20, 0, 0.5] as const, [0, 20, 4] as const][
        row % 3
      ]!;
      return [x + radius * far * Math.cos(angle), y + radius * far * Math.sin(angle)];
    });
    const matrix = matrixOf(lines);
    const made = K_MEANS(4);
    const fit = await finish(fitKMeans(shardsOf(matrix), made.params, { seed: 1 }));
    const clustering = { ...clusteringOf(matrix, fit.labels), made };
    const { display } = await evaluate(pointsOf(matrix), clustering, { bootstraps: 20 });
    display.segments.forEach(({ size, verdict, stability }) => {
      expect(verdict?.kind === 'use', `${size} rows, ${stability?.mean}`).toBe(size === 300);
      if (size === 300) expect(stability?.mean).toBe(1);
    });
    expect(display.segments.filter(({ size }) => size === 300)).toHaveLength(2);
  });

  it('find no structure in rows spread evenly, however stable', async () => {
    const random = createRandom(5, 'even');
    const values = Float32Array.from({ length: 2000 }, () => random.next());
    const matrix = { rows: 1000, columns: 2, values };
    const made = K_MEANS(4);
    const fit = await finish(fitKMeans(shardsOf(matrix), made.params, { seed: 1 }));
    const clustering = { ...clusteringOf(matrix, fit.labels), made };
    const { display } = await evaluate(pointsOf(matrix), clustering, { bootstraps: 8 });
    expect(display.excess).toBeLessThan(4);
    for (const { verdict } of display.segments) {
      expect(verdict?.reasons).toContain('no-structure');
      expect(verdict?.kind).not.toBe('use');
    }
  });

  it.each([
    ['left out', { bootstraps: 0 }, K_MEANS(3), 'left-out'],
    ['changed by hand', {}, undefined, 'by-hand'],
    ['of a method by density', {}, { method: 'dbscan', params: {} }, 'density'],
    [
      'of a method that cannot do with the rows drawn',
      {},
      {
        method: 'balanced',
        params: { ...K_MEANS(3).params, sizeUnit: 'percent', minSize: 90, maxSize: 0 },
      },
      'refused',
    ],
  ])('say why stability is not known: %s', async (_name, changes, made, status) => {
    const { points, clustering } = clouds({ clusters: 3, rows: 300, spread: 0.3 });
    const value = made ? { ...clustering, made } : clustering;
    const { display } = await evaluate(points, value, changes);
    expect(display.stability.status).toBe(status);
    for (const { verdict } of display.segments) {
      expect(verdict).toEqual({ kind: 'care', reasons: ['unmeasured'] });
    }
  });

  it.each([
    ['minibatch', { batchRows: 256, patience: 10, maxPasses: 100 }],
    ['bisecting', { splitNext: 'biggest-inertia' }],
    ['spherical', {}],
    ['kmedians', {}],
    ['balanced', { sizeUnit: 'rows', minSize: 50, maxSize: 200 }],
  ])('measure stability for %s', async (method, changes) => {
    const { points, clustering } = clouds({ clusters: 3, rows: 300, columns: 3, spread: 0.3 });
    const made = { method, params: K_MEANS(3, changes).params };
    const { display } = await evaluate(points, { ...clustering, made });
    expect(display.stability).toMatchObject({ status: 'measured', bootstraps: 4 });
    for (const { stability } of display.segments) expect(stability!.mean).toBeGreaterThan(0.3);
  });

  it('draw no more rows than asked for', async () => {
    const { points, clustering } = clouds({ clusters: 3, rows: 3000, spread: 0.4 });
    const changes = { stabilityRows: 500 };
    const { display } = await evaluate(points, { ...clustering, made: K_MEANS(3) }, changes);
    expect(display.stability.draws).toBe(500);
    expect(display.segments.map(({ verdict }) => verdict?.kind)).toEqual(['use', 'use', 'use']);
  });
});
