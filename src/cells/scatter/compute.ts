import { defineCompute } from '../../core/cell-type';
import { stretch, type Job } from '../../core/job';
import { labelledPoints } from '../../core/labelled-rows';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ClusteringValue, Feature, MatrixValue } from '../../core/values';
import { fitPca, project, type PrincipalComponents } from '../../metrics/pca';
import { definition } from './definition';
import type { ScatterAxis, ScatterDisplay } from './display';

type ScatterParams = ParamsOf<(typeof definition)['params']>;

const BLOCK_ROWS = 65_536;
/** Loadings worth naming; the rest is in the feature matrix. */
const SHOWN_LOADINGS = 6;

/** An axis without its range, and where a row of values (from `at` on) lies on it. */
interface Direction {
  readonly axis: Omit<ScatterAxis, 'min' | 'max'>;
  readonly place: (values: ArrayLike<number>, at: number) => number;
}

export default defineCompute(definition, async function* (params, inputs) {
  const { clustering } = inputs;
  const points = yield* labelledPoints(inputs.points, clustering);
  const directions = yield* stretch(directionsFor(params, points), 0, 0.6);
  const x = yield* stretch(placeRows(points, directions[0]), 0.6, 0.8);
  const y = yield* stretch(placeRows(points, directions[1]), 0.8, 1);
  const display: ScatterDisplay = {
    rows: points.matrix.rows,
    clusters: clustering.clusters,
    sizes: clustering.sizes,
    axes: [withRange(directions[0], x), withRange(directions[1], y)],
    x,
    y,
    labels: new Int16Array(clustering.labels),
    centroids: placeCentroids(clustering, directions),
  };
  return { value: null, display };
});

async function* directionsFor(
  params: ScatterParams,
  points: MatrixValue,
): Job<readonly [Direction, Direction]> {
  if (params.axes === 'features') {
    const { features } = points;
    return [
      featureDirection(features, params.x || features[0]!.name),
      featureDirection(features, params.y || (features[1] ?? features[0])!.name),
    ];
  }
  const pca = yield* fitPca(points.matrix, 2);
  return [componentDirection(pca, points.features, 0), componentDirection(pca, points.features, 1)];
}

function featureDirection(features: readonly Feature[], name: string): Direction {
  const j = features.findIndex((feature) => feature.name === name);
  const feature = features[j];
  if (feature === undefined) throw new Problem('feature-missing', { feature: name });
  return {
    axis: { kind: 'feature', name, explained: null, loadings: [], steps: feature.steps },
    place: (values, at) => values[at + j]!,
  };
}

/** A second component of a single feature has no extent: every row lies at 0. */
function componentDirection(
  pca: PrincipalComponents,
  features: readonly Feature[],
  c: number,
): Direction {
  const isThere = c < pca.explained.length;
  const weights = isThere ? pca.components.subarray(c * pca.columns, (c + 1) * pca.columns) : [];
  const loadings = Array.from(weights, (weight, j) => ({ feature: features[j]!.name, weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN_LOADINGS);
  return {
    axis: { kind: 'component', name: String(c + 1), explained: pca.explained[c] ?? 0, loadings },
    place: (values, at) => (isThere ? project(pca, c, { values, at }) : 0),
  };
}

async function* placeRows(
  { matrix }: MatrixValue,
  { place }: Direction,
): Job<Float32Array<ArrayBuffer>> {
  const placed = new Float32Array(matrix.rows);
  for (let from = 0; from < matrix.rows; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, matrix.rows);
    for (let i = from; i < to; i++) placed[i] = place(matrix.values, i * matrix.columns);
    yield { done: to, total: matrix.rows, phase: 'place-rows' };
  }
  return placed;
}

function withRange({ axis }: Direction, placed: Float32Array): ScatterAxis {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < placed.length; i++) {
    if (placed[i]! < min) min = placed[i]!;
    if (placed[i]! > max) max = placed[i]!;
  }
  return placed.length > 0 ? { ...axis, min, max } : { ...axis, min: 0, max: 0 };
}

function placeCentroids(
  { centroids, clusters, columns }: ClusteringValue,
  [x, y]: readonly [Direction, Direction],
): ScatterDisplay['centroids'] {
  return Array.from({ length: clusters }, (_, c) => ({
    x: x.place(centroids, c * columns),
    y: y.place(centroids, c * columns),
  }));
}
