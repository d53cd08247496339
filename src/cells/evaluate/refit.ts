import { clusteringFitOf } from '../../algorithms/fits';
import type { ClusteringFit } from '../../core/algorithm';
import type { Tools } from '../../core/cell-compute';
import { mapJob } from '../../core/job';
import type { ClusteringValue } from '../../core/values';
import type { Refit } from '../../metrics/bootstrap';
import type { StabilityStatus } from './display';

type Found =
  | { readonly refit: Refit }
  | { readonly status: Extract<StabilityStatus, 'one-segment' | 'by-hand' | 'density'> };

/**
 * How to find segments in other rows as these were found in theirs, with the same method and
 * parameters; or why that cannot be. A method that is told no number of clusters goes by how densely
 * rows lie: among fewer rows its radius means something else.
 */
export function refitOf(clustering: ClusteringValue, rows: number, tools: Tools): Found {
  if (clustering.clusters < 2) return { status: 'one-segment' };
  const algorithm = clustering.made && clusteringFitOf(clustering.made.method);
  if (!algorithm || !clustering.made) return { status: 'by-hand' };
  if (!('clusters' in algorithm.definition.params)) return { status: 'density' };
  const params = spared(scaled(clustering.made.params, rows));
  const refit: Refit = (points) =>
    mapJob<ClusteringFit, readonly ClusteringFit[]>(algorithm.fit(points, params, tools), (fit) => [
      fit,
    ]);
  return { refit };
}

/** Restarts of each fit at most: a worse optimum in a sample only makes a segment look less stable. */
const MOST_RESTARTS = 3;

function spared(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { restarts } = params;
  return typeof restarts === 'number'
    ? { ...params, restarts: Math.min(restarts, MOST_RESTARTS) }
    : params;
}

/** Limits of size in rows as shares of the rows: the same among fewer of them. */
function scaled(
  params: Readonly<Record<string, unknown>>,
  rows: number,
): Readonly<Record<string, unknown>> {
  const { sizeUnit, minSize, maxSize } = params;
  if (sizeUnit !== 'rows') return params;
  const percent = (size: unknown) => (100 * Number(size)) / rows;
  return { ...params, sizeUnit: 'percent', minSize: percent(minSize), maxSize: percent(maxSize) };
}
