import { defineCompute } from '../../core/cell-type';
import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import { scoreClusterMeasures } from '../../metrics/cluster-measures';
import { scoreSilhouette } from '../../metrics/silhouette';
import { definition } from './definition';
import type { SegmentSilhouette } from './display';

/** The part of the progress that inertia and the two indices count for; the silhouette is the rest. */
const MEASURES_SHARE = 0.2;

export default defineCompute(definition, async function* (params, inputs, tools) {
  const { matrix } = inputs.points;
  const { labels, centroids, clusters, sizes } = inputs.clustering;
  if (labels.length !== matrix.rows) {
    throw new Problem('rows-differ', { rows: matrix.rows, labelled: labels.length });
  }
  const shards = await tools.createShards(matrix);
  const measure = scoreClusterMeasures(shards, labels, centroids);
  const measures = yield* part(measure, { from: 0, to: MEASURES_SHARE }, shards.release);
  const { sampleRows } = params;
  const { createShards, seed } = tools;
  const options = { clusters, sampleRows, createShards, seed };
  const score = scoreSilhouette(matrix, labels, options);
  const found = yield* part(score, { from: MEASURES_SHARE, to: 1 });
  const segments = found?.clusters ?? sizes.map(unscored);
  const silhouette = found?.mean ?? null;
  return {
    value: { kind: 'scores', silhouette, ...measures },
    display: {
      rows: matrix.rows,
      clusters,
      silhouette,
      ...measures,
      silhouetteRows: found?.rows ?? 0,
      silhouetteError: found?.error ?? 0,
      segments: segments.map(({ size, mean, histogram, neighbor }): SegmentSilhouette => ({
        size,
        silhouette: mean,
        histogram,
        neighbor,
      })),
    },
  };
});

function unscored(size: number): { size: number; mean: null; histogram: number[]; neighbor: null } {
  return { size, mean: null, histogram: new Array<number>(40).fill(0), neighbor: null };
}

/** A job as a stretch of a larger one; `release` is called when it ends, however it ends. */
async function* part<T>(
  job: Job<T, never>,
  { from, to }: { readonly from: number; readonly to: number },
  release?: () => void,
): Job<T, never> {
  try {
    for (;;) {
      const step = await job.next();
      if (step.done) return step.value;
      const { done, total } = step.value;
      const progress = { done: from + ((to - from) * done) / total, total: 1 };
      yield step.value.phase ? { ...progress, phase: step.value.phase } : progress;
    }
  } finally {
    // The value is not used: the job was abandoned, or it has ended.
    await job.return(undefined as T);
    release?.();
  }
}
