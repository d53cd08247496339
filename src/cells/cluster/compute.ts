import { clusteringFitOf } from '../../algorithms/fits';
import type { ClusteringFit } from '../../core/algorithm';
import { defineCompute, type CellResult } from '../../core/cell-compute';
import type { HandEdit } from '../../core/hand-edits';
import { mapJob, stretch, type Job } from '../../core/job';
import { pointsOfCluster } from '../../core/labelled-rows';
import { Problem } from '../../core/problem';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { applyEdits, type Edited } from './apply-edits';
import { definition } from './definition';
import { exportPassport } from './export-passport';
import type { ClusterDisplay } from './display';
import { orderBySize } from './order-by-size';

export default defineCompute(
  definition,
  async function* (params, inputs, tools) {
    const algorithm = clusteringFitOf(params.method);
    // The parameter is a choice over the same folders.
    if (!algorithm) throw new Error(`no algorithm ${params.method}`);
    const points = yield* pointsFor(params, inputs);
    const shards = await tools.createShards(points.matrix);
    try {
      const fit = algorithm.fit(shards, params, tools);
      const isTold = 'clusters' in algorithm.definition.params;
      // A method that finds the number of clusters itself was asked for none.
      const requested = isTold ? Number(params.clusters) : undefined;
      const made = { method: params.method, params };
      const { edits } = params;
      if (edits.length === 0) {
        return yield* mapJob(fit, (found) => madeBy(made, resultOf(found, points, requested)));
      }
      // Edits fit a finished result only, so that one cut short offers nothing.
      const found = yield* stretch(fit, 0, 0.8);
      const edited = yield* stretch(
        applyEdits(shards, orderBySize(found), { edits, tools }),
        0.8,
        1,
      );
      return editedResult(edited, resultOf(found, points, undefined), edits);
    } finally {
      shards.release();
    }
  },
  { passport: exportPassport },
);

/** All points, or those of the parent's segment alone; their features stay as they were scaled. */
async function* pointsFor(
  { segment, member }: { readonly segment: number; readonly member: number },
  { points, parent }: { readonly points: MatrixValue; readonly parent?: ClusteringValue },
): Job<MatrixValue, never> {
  if (segment < 1) return points;
  if (!parent || member >= parent.clusters) throw new Problem('segment-gone', { segment });
  return yield* pointsOfCluster(points, parent, member);
}

/** The same result with the method it may be found by again; edits by hand have none. */
function madeBy(
  made: NonNullable<ClusteringValue['made']>,
  { value, display }: CellResult<'clustering', ClusterDisplay>,
): CellResult<'clustering', ClusterDisplay> {
  return { value: { ...value, made }, display };
}

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

/** The result of a fit with what its edits left in the place of what they changed. */
function editedResult(
  edited: Edited,
  { value, display }: CellResult<'clustering', ClusterDisplay>,
  edits: readonly HandEdit[],
): CellResult<'clustering', ClusterDisplay> {
  const { clusters, sizes, inertia, totalInertia, labels, centroids } = edited;
  const found = { clusters, sizes, inertia };
  const merges = edits.filter((edit) => 'merge' in edit).length;
  // Limits of size held for what the method found.
  const { unlimitedInertia: _, ...kept } = display;
  return {
    value: { ...value, ...found, labels, centroids },
    display: {
      ...kept,
      ...found,
      totalInertia,
      requested: clusters,
      edits: { merges, splits: edits.length - merges, before: display.clusters },
    },
  };
}

/** Share of the inertia that the last iteration took off; 0 when there was only one. */
function lastFall(trace: readonly number[]): number {
  const [before, after] = [trace.at(-2), trace.at(-1)];
  if (before === undefined || after === undefined || before === 0) return 0;
  return Math.max(0, (before - after) / before);
}
