import { describe, expect, it } from 'vitest';
import type { Tools } from '../../core/cell-type';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import compute from './compute';
import { definition } from './definition';
import type { ScatterDisplay } from './display';

function pointsOf(names: string[], ...rows: number[][]): MatrixValue {
  return {
    kind: 'matrix',
    matrix: { rows: rows.length, columns: names.length, values: Float32Array.from(rows.flat()) },
    features: names.map((name, j) => ({
      name,
      columnId: `c${j}`,
      steps: [{ kind: 'log', shift: 0 }],
    })),
    columns: [],
    rowIndex: null,
    tableRows: rows.length,
  };
}

function clusteringOf(labels: number[], centroids: number[]): ClusteringValue {
  const clusters = Math.max(...labels) + 1;
  return {
    kind: 'clustering',
    labels: Int32Array.from(labels),
    clusters,
    sizes: Array.from({ length: clusters }, (_, c) => labels.filter((label) => label === c).length),
    centroids: Float64Array.from(centroids),
    columns: centroids.length / clusters,
    inertia: 0,
    iterations: 1,
    isConverged: true,
    rowIndex: null,
    tableRows: labels.length,
  };
}

const points = pointsOf(['spend', 'visits'], [0, 0], [2, 1], [4, 2], [6, 3]);
const clustering = clusteringOf([0, 0, 1, 1], [1, 0.5, 5, 2.5]);

async function run(saved: JsonObject = {}, matrix = points, labels = clustering) {
  const params = parseParams(definition.params, saved);
  // Drawing asks nothing of the world.
  const result = await finish(
    compute.run(params, { points: matrix, clustering: labels }, {} as Tools),
  );
  return result.display as ScatterDisplay;
}

describe('scatter', () => {
  it('lays rows and centroids out along the components', async () => {
    const { axes, x, y, centroids } = await run();
    const root = Math.sqrt(5);
    [-1.5, -0.5, 0.5, 1.5].forEach((step, i) => expect(x[i]).toBeCloseTo(step * root, 5));
    expect(axes[0]).toMatchObject({ kind: 'component', name: '1', min: x[0], max: x[3] });
    expect(axes[0].explained).toBeCloseTo(1, 10);
    expect(axes[0].loadings.map(({ feature }) => feature)).toEqual(['spend', 'visits']);
    expect([...y].every((value) => Math.abs(value) < 1e-5)).toBe(true);
    expect(centroids.map((centroid) => centroid.x.toFixed(6))).toEqual([
      (-root).toFixed(6),
      root.toFixed(6),
    ]);
  });

  it('lays rows out by two features, with the steps back to original units', async () => {
    const { axes, x, y, centroids } = await run({ axes: 'features', x: 'visits', y: 'spend' });
    expect([...x]).toEqual([0, 1, 2, 3]);
    expect([...y]).toEqual([0, 2, 4, 6]);
    expect(axes[0]).toEqual({
      kind: 'feature',
      name: 'visits',
      explained: null,
      loadings: [],
      min: 0,
      max: 3,
      steps: [{ kind: 'log', shift: 0 }],
    });
    expect(centroids).toEqual([
      { x: 0.5, y: 1 },
      { x: 2.5, y: 5 },
    ]);
  });

  it('takes the first two features when none are named', async () => {
    const { axes } = await run({ axes: 'features' });
    expect(axes.map(({ name }) => name)).toEqual(['spend', 'visits']);
  });

  it('gives a single feature a flat second axis', async () => {
    const display = await run(
      {},
      pointsOf(['spend'], [1], [2], [3], [4]),
      clusteringOf([0, 0, 1, 1], [1.5, 3.5]),
    );
    expect([...display.y]).toEqual([0, 0, 0, 0]);
    expect(display.axes[1]).toMatchObject({ explained: 0, loadings: [], min: 0, max: 0 });
  });

  it('keeps the label of every row', async () => {
    expect([...(await run()).labels]).toEqual([0, 0, 1, 1]);
  });

  it('refuses a feature that is not there, and labels of other rows', async () => {
    await expect(run({ axes: 'features', x: 'city' })).rejects.toMatchObject({
      code: 'feature-missing',
      facts: { feature: 'city' },
    });
    await expect(run({}, points, clusteringOf([0], [0, 0]))).rejects.toMatchObject({
      code: 'rows-differ',
    });
  });
});
