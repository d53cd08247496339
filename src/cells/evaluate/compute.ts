import { defineCompute } from '../../core/cell-type';
import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import { scoreClusterMeasures, type ClusterSpread } from '../../metrics/cluster-measures';
import { scoreSilhouette, type Silhouette } from '../../metrics/silhouette';
import { refuseTooManyClusters } from '../../metrics/silhouette-sample';
import { definition } from './definition';
import type { SegmentSilhouette } from './display';
import { profileOf } from './profile';

/** The part of the progress that inertia and the two indices count for; the silhouette is the rest. */
const MEASURES_SHARE = 0.2;

export default defineCompute(definition, async function* (params, inputs, tools) {
  const { matrix } = inputs.points;
  const { labels, centroids, clusters, sizes } = inputs.clustering;
  if (labels.length !== matrix.rows) {
    throw new Problem('rows-differ', { rows: matrix.rows, labelled: labels.length });
  }
  // Before anything is measured: that takes long for many clusters, and ends in nothing.
  refuseTooManyClusters(sizes, params.sampleRows);
  const shards = await tools.createShards(matrix);
  const measure = scoreClusterMeasures(shards, labels, centroids);
  const measures = yield* part(measure, { from: 0, to: MEASURES_SHARE }, shards.release);
  const { sampleRows } = params;
  const { createShards, seed } = tools;
  const options = { clusters, sampleRows, createShards, seed };
  const score = scoreSilhouette(matrix, labels, options);
  const found = yield* part(score, { from: MEASURES_SHARE, to: 1 });
  const silhouette = found?.mean ?? null;
  const { inertia, calinskiHarabasz, daviesBouldin, simplifiedSilhouette, spreads } = measures;
  return {
    value: { kind: 'scores', silhouette, inertia, calinskiHarabasz, daviesBouldin },
    display: {
      rows: matrix.rows,
      clusters,
      inertia,
      silhouette,
      silhouetteRows: found?.rows ?? 0,
      silhouetteError: found?.error ?? 0,
      simplifiedSilhouette,
      calinskiHarabasz,
      daviesBouldin,
      segments: sizes.map((size, segment) => segmentOf(segment, { size, found, spreads })),
    },
  };
});

function segmentOf(
  segment: number,
  scores: {
    readonly size: number;
    readonly found: Silhouette | null;
    readonly spreads: readonly ClusterSpread[];
  },
): SegmentSilhouette {
  const { found, spreads, size } = scores;
  const { cohesion, nearest } = spreads[segment]!;
  const scored = found?.clusters[segment];
  const rows = found?.byRow;
  return {
    size,
    silhouette: scored?.mean ?? null,
    histogram: scored?.histogram ?? new Array<number>(40).fill(0),
    profile: rows
      ? profileOf(rows.values.subarray(rows.ends[segment - 1] ?? 0, rows.ends[segment]))
      : [],
    neighbor: scored?.neighbor ?? null,
    cohesion,
    separation: nearest && { segment: nearest.cluster, distance: nearest.distance },
  };
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
