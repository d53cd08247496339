import { clusteringFitOf } from '../../algorithms/fits';
import type { ClusteringFit } from '../../core/algorithm';
import { defineCompute, type CellResult } from '../../core/cell-type';
import { mapJob } from '../../core/job';
import type { MatrixValue } from '../../core/values';
import { definition } from './definition';
import type { ClusterDisplay } from './display';
import { orderBySize } from './order-by-size';

export default defineCompute(definition, async function* (params, { points }, tools) {
  const algorithm = clusteringFitOf(params.method);
  // The parameter is a choice over the same folders.
  if (!algorithm) throw new Error(`no algorithm ${params.method}`);
  const shards = await tools.createShards(points.matrix);
  try {
    const fit = algorithm.fit(shards, params, tools);
    const isTold = 'clusters' in algorithm.definition.params;
    // A method that finds the number of clusters itself was asked for none.
    const requested = isTold ? Number(params.clusters) : undefined;
    const made = { method: params.method, params };
    return yield* mapJob(fit, (found) => {
      const { value, display } = resultOf(found, points, requested);
      return { value: { ...value, made }, display };
    });
  } finally {
    shards.release();
  }
});

function resultOf(
  fit: ClusteringFit,
  points: MatrixValue,
  requested: number | undefined,
): CellResult<'clustering', ClusterDisplay> {
  const { labels, sizes, noise, centroids } = orderBySize(fit);
  const { rows, columns } = points.matrix;
  const { clusters, inertia, iterations, isConverged } = fit;
  const found = { clusters, sizes, inertia, iterations, isConverged, columns };
  const { rowIndex, tableRows } = points;
  return {
    value: { kind: 'clustering', labels, centroids, rowIndex, tableRows, ...found },
    display: {
      ...found,
      rows,
      ...(noise > 0 ? { noise } : {}),
      requested: requested ?? clusters,
      totalInertia: fit.totalInertia,
      ...(fit.unlimitedInertia === undefined ? {} : { unlimitedInertia: fit.unlimitedInertia }),
      ...(fit.used === undefined ? {} : { used: fit.used }),
      lastFall: lastFall(fit.trace),
      restarts: fit.restarts,
      best: fit.best,
      trace: fit.trace,
    },
  };
}

/** Share of the inertia that the last iteration took off; 0 when there was only one. */
function lastFall(trace: readonly number[]): number {
  const [before, after] = [trace.at(-2), trace.at(-1)];
  if (before === undefined || after === undefined || before === 0) return 0;
  return Math.max(0, (before - after) / before);
}
