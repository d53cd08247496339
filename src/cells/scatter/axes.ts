import { stretch, type Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ClusteringValue, Feature, MatrixValue } from '../../core/values';
import { fitPca, project, type PrincipalComponents } from '../../metrics/pca';
import type { Places } from './apply-selections';
import type { ScatterAxis } from './display';
import type { AxesKey } from './selections';

const BLOCK_ROWS = 65_536;
/** Loadings worth naming; the rest is in the feature matrix. */
const SHOWN_LOADINGS = 6;

/** An axis without its range, and where a row of values (from `at` on) lies on it. */
interface Direction {
  readonly axis: Omit<ScatterAxis, 'min' | 'max'>;
  readonly place: (values: ArrayLike<number>, at: number) => number;
}

/** Two axes with every row and centroid on them. */
export interface Plane extends Places {
  readonly axes: readonly [ScatterAxis, ScatterAxis];
  readonly placeCentroids: (clustering: ClusteringValue) => readonly Place[];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The axes that a key names, features or components; both are straight lines through the features. */
export async function* fitStraightPlane(key: AxesKey, points: MatrixValue): Job<Plane, never> {
  const directions = yield* stretch(directionsFor(key, points), 0, 0.6);
  const x = yield* stretch(placeRows(points, directions[0]), 0.6, 0.8);
  const y = yield* stretch(placeRows(points, directions[1]), 0.8, 1);
  return {
    x,
    y,
    axes: [
      { ...directions[0].axis, ...rangeOf(x) },
      { ...directions[1].axis, ...rangeOf(y) },
    ],
    placeCentroids: ({ centroids, clusters, columns }) =>
      Array.from({ length: clusters }, (_, c) => ({
        x: directions[0].place(centroids, c * columns),
        y: directions[1].place(centroids, c * columns),
      })),
  };
}

async function* directionsFor(
  { axes, x, y }: AxesKey,
  points: MatrixValue,
): Job<readonly [Direction, Direction], never> {
  const { features } = points;
  if (axes === 'features') return [featureDirection(features, x), featureDirection(features, y)];
  const [across, up] = [Number(x) - 1, Number(y) - 1];
  const pca = yield* fitPca(points.matrix, Math.max(across, up) + 1);
  return [componentDirection(pca, features, across), componentDirection(pca, features, up)];
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

/** A component beyond the features there are has no extent: every row lies at 0. */
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
): Job<Float32Array<ArrayBuffer>, never> {
  const placed = new Float32Array(matrix.rows);
  for (let from = 0; from < matrix.rows; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, matrix.rows);
    for (let i = from; i < to; i++) placed[i] = place(matrix.values, i * matrix.columns);
    yield { done: to, total: matrix.rows, phase: 'place-rows' };
  }
  return placed;
}

/** The least and the largest value; 0 … 0 for none. */
export function rangeOf(placed: Float32Array): { readonly min: number; readonly max: number } {
  if (placed.length === 0) return { min: 0, max: 0 };
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < placed.length; i++) {
    if (placed[i]! < min) min = placed[i]!;
    if (placed[i]! > max) max = placed[i]!;
  }
  return { min, max };
}
