import { describe, expect, it } from 'vitest';
import type { Tools } from '../../core/cell-compute';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { shardsOf } from '../../../tests/support/shards';
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

/** Everything with x between these, on the first two features. */
const strip = (from: number, to: number) => ({
  areas: [
    {
      axes: 'features' as const,
      x: 'spend',
      y: 'visits',
      corners: [
        [from, -9],
        [to, -9],
        [to, 9],
        [from, 9],
      ],
    },
  ],
  rows: 0,
});

describe('rows kept as segments', () => {
  async function keep(...selections: JsonObject[]) {
    const params = parseParams(definition.params, { selections });
    const run = compute.run(params, { points, clustering }, {} as Tools);
    const { value, display } = await finish(run);
    return { value: value as ClusteringValue, display: display as ScatterDisplay };
  }

  it('gives the clustering on as it is while nothing is kept', async () => {
    const { value, display } = await keep();
    expect(value).toBe(clustering);
    expect(display).toMatchObject({ fedClusters: 2, origins: [0, 1], selectionRows: [] });
  });

  it('takes the rows out of their old segments and puts them behind', async () => {
    const { value, display } = await keep(strip(1, 5));
    expect([...value.labels]).toEqual([0, 2, 2, 1]);
    expect(value).toMatchObject({ clusters: 3, sizes: [1, 1, 2] });
    expect(display).toMatchObject({ origins: [0, 1, -1], selectionRows: [2], clusters: 3 });
    expect([...display.labels]).toEqual([0, 2, 2, 1]);
  });

  it('measures means and inertia anew', async () => {
    const { value } = await keep(strip(1, 5));
    expect([...value.centroids]).toEqual([0, 0, 6, 3, 3, 1.5]);
    // The two kept rows are (2, 1) and (4, 2), each √1.25 from their mean.
    expect(value.inertia).toBeCloseTo(2.5, 12);
  });

  it('lets the later take rows from the earlier', async () => {
    const { value, display } = await keep(strip(1, 5), strip(3, 5));
    expect([...value.labels]).toEqual([0, 2, 3, 1]);
    expect(display.selectionRows).toEqual([1, 1]);
  });

  it('puts a selection in the place of a segment that it emptied, so that numbers stay', async () => {
    const { value, display } = await keep(strip(-1, 3));
    expect(display.origins).toEqual([-1, 1]);
    expect([...value.labels]).toEqual([0, 0, 1, 1]);
    expect(value.sizes).toEqual([2, 2]);
  });

  it('leaves no gap when one selection swallows everything, and none for an empty one', async () => {
    const all = await keep(strip(-1, 99), strip(100, 101));
    expect(all.display).toMatchObject({ origins: [-1], selectionRows: [4, 0], clusters: 1 });
    expect([...all.value.labels]).toEqual([0, 0, 0, 0]);
  });

  it('finds the rows again whatever axes are shown', async () => {
    const onFeatures = await keep(strip(1, 5));
    const params = parseParams(definition.params, {
      axes: 'features',
      x: 'visits',
      y: 'spend',
      selections: [strip(1, 5)],
    });
    const run = compute.run(params, { points, clustering }, {} as Tools);
    const display = (await finish(run)).display as ScatterDisplay;
    expect([...display.labels]).toEqual([...onFeatures.display.labels]);
  });

  it('leaves what it was fed untouched', async () => {
    const before = structuredClone(clustering);
    await keep(strip(1, 5));
    expect(clustering).toEqual(before);
  });

  it('can take noise in, and leaves the rest of it', async () => {
    const noisy = {
      ...clusteringOf([0, 0, 1, 1], [1, 0.5, 5, 2.5]),
      labels: Int32Array.of(0, -1, 1, -1),
    };
    const params = parseParams(definition.params, { selections: [strip(1, 3)] });
    const { value } = await finish(compute.run(params, { points, clustering: noisy }, {} as Tools));
    expect([...(value as ClusteringValue).labels]).toEqual([0, 2, 1, -1]);
  });
});

describe('UMAP as axes', () => {
  const rows = Array.from({ length: 60 }, (_, i) => [(i % 2) * 9 + (i % 7) / 7, (i % 5) / 5]);
  const matrix = pointsOf(['spend', 'visits'], ...rows);
  const labels = clusteringOf(
    rows.map((_, i) => i % 2),
    [0.4, 0.4, 9.4, 0.4],
  );
  const tools = {
    seed: 4,
    createShards: (asked) => Promise.resolve(shardsOf(asked)),
  } as Pick<Tools, 'seed' | 'createShards'> as Tools;
  async function layOut(learnFrom: number, clustered = labels, points = matrix) {
    const params = { ...parseParams(definition.params, { axes: 'umap', neighbors: 8 }), learnFrom };
    const run = compute.run(params, { points, clustering: clustered }, tools);
    return (await finish(run)).display as ScatterDisplay;
  }

  it('says how many rows it learnt from and what it keeps of their neighbourhoods', async () => {
    const { umap, axes } = await layOut(200);
    expect(umap).toMatchObject({ learnt: 60, neighbors: 8 });
    expect(umap!.trustworthiness).toBeGreaterThan(0.9);
    expect(axes.map(({ kind }) => kind)).toEqual(['umap', 'umap']);
  });

  it('stands the other rows among those learnt, on the side of their segment', async () => {
    const { umap, x, y } = await layOut(30);
    expect(umap!.learnt).toBe(30);
    const middle = (parity: number, of: Float32Array) =>
      of.filter((_, i) => i % 2 === parity).reduce((sum, value) => sum + value, 0) / 30;
    const centers = [0, 1].map((side) => [middle(side, x), middle(side, y)] as const);
    const isNearOwn = [...x.keys()].filter((i) => {
      const [own, other] = [centers[i % 2]!, centers[1 - (i % 2)]!];
      const gap = ([cx, cy]: readonly [number, number]) => Math.hypot(x[i]! - cx, y[i]! - cy);
      return gap(own) < gap(other);
    });
    expect(isNearOwn).toHaveLength(60);
  });

  it('is the same again', async () => {
    expect(await layOut(30)).toEqual(await layOut(30));
  });

  it('copes with one row', async () => {
    const single = await layOut(200, clusteringOf([0], [1, 1]), pointsOf(['a', 'b'], [1, 1]));
    expect([...single.x, ...single.y].every(Number.isFinite)).toBe(true);
    expect(single.umap).toMatchObject({ learnt: 1, trustworthiness: null });
  });
});
