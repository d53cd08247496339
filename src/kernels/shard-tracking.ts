import { sumSteps } from './kernels';
import type { Bench } from './shard-bench';
import { addStep, createDrift, type Drift } from './shard-drift';
import type { Laid } from './shard-layout';
import { lookAtUnsettled } from './shard-look';

/**
 * What a shard knows since its last assignment: the centroids then, and what they had drifted; the
 * labels, sums and bounds by them lie in memory. It knows this of itself alone, so that it stays
 * true when an assignment was given up before other shards did their part.
 */
export interface Tracking {
  centroids: Float64Array;
  drift: Drift;
  /** The label buffer that last got these labels. */
  buffer: number;
  /** A point, and the inertia of the shard about it: those of the last single centroid. */
  reference: { readonly point: Float64Array; readonly inertia: number } | undefined;
}

/** When more than this share of the first rows is unsettled, all bounds are set anew. */
const LOST = 0.75;

/** Makes labels, counts, sums and bounds those of these centroids. */
export function bringUpToDate(
  bench: Bench,
  laid: Laid,
  centroids: Float64Array,
): { readonly moved: number; readonly isWhole: boolean } {
  const known = bench.tracking.now;
  if (known?.centroids.length === centroids.length) {
    addStep(known.drift, known.centroids, centroids);
    known.centroids = centroids;
    const moved = lookAtUnsettled(bench, laid, known, LOST);
    if (moved !== undefined) return { moved, isWhole: false };
  }
  const fresh = beginAnew(bench, laid, centroids);
  return { moved: lookAtUnsettled(bench, laid, fresh, 1) ?? 0, isWhole: true };
}

/** Forgets labels, sums and bounds. */
function beginAnew(bench: Bench, laid: Laid, centroids: Float64Array): Tracking {
  const { rows, columns, points, ...memory } = bench.memory;
  const { labels, slacks, blocks, steps, norms } = memory.tracking();
  const clusters = centroids.length / columns;
  const known = bench.tracking.now;
  if (!known) {
    bench.kernels.rowNorms(points, norms, 0, rows, columns);
    const cuts = sumSteps(bench.f32(points, rows * columns), columns);
    bench.f64(steps, cuts.length).set(cuts);
  }
  bench.i32(labels, rows).fill(-1);
  bench.f32(slacks, rows).fill(-Infinity);
  bench.f32(blocks, Math.ceil(rows / 16)).fill(0);
  bench.f64(laid.high, centroids.length).fill(0);
  bench.f64(laid.low, centroids.length).fill(0);
  bench.i32(laid.counts, clusters).fill(0);
  const drift = createDrift(clusters);
  const fresh: Tracking = { centroids, drift, buffer: -1, reference: known?.reference };
  bench.tracking.now = fresh;
  return fresh;
}
