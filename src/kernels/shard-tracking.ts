import type { Bench } from './shard-bench';
import { addStep, createDrift, type Drift } from './shard-drift';
import { labelBuffer } from './shard-labels';
import type { Laid } from './shard-layout';
import { lookAtUnsettled } from './shard-look';
import { momentsOf } from './shard-moments';
import { countChanged, replayTrail } from './shard-trail';

/**
 * What a shard knows since its last assignment: the centroids then, and what they had drifted; the
 * labels, sums and bounds by them lie in memory. It knows this of itself alone, so that it stays
 * true when an assignment was given up before other shards did their part.
 */
export interface Tracking {
  centroids: Float64Array;
  drift: Drift;
  /** The label buffer that holds the labels by these centroids, 0 or 1. */
  buffer: number;
  /** Nothing is known of any row yet. */
  isFresh: boolean;
  /** How many rows are listed as all that the two label buffers differ by, if they are. */
  trail: number | undefined;
}

/** Makes labels, counts, sums and bounds those of these centroids; returns how many labels changed. */
export function bringUpToDate(
  bench: Bench,
  laid: Laid,
  { centroids, current }: { readonly centroids: Float64Array; readonly current: number },
): number {
  const target = (current & 1) ^ 1;
  const known = bench.tracking.now;
  if (known?.centroids.length !== centroids.length) {
    const fresh = beginAnew(bench, laid, { centroids, target });
    lookAtUnsettled(bench, laid, fresh);
    return countChanged(bench, current);
  }
  addStep(known.drift, known.centroids, centroids);
  known.centroids = centroids;
  // After a step that was given up, the labels by these bounds are not those in force.
  const isInForce = known.buffer !== target;
  if (isInForce) replayTrail(bench, known);
  known.buffer = target;
  const moved = lookAtUnsettled(bench, laid, known);
  if (isInForce) return moved;
  known.trail = undefined;
  return countChanged(bench, current);
}

/** Forgets labels, sums and bounds. */
function beginAnew(
  bench: Bench,
  laid: Laid,
  { centroids, target }: { readonly centroids: Float64Array; readonly target: number },
): Tracking {
  const { rows, columns, ...memory } = bench.memory;
  const { steps } = memory.tracking();
  const clusters = centroids.length / columns;
  const cuts = momentsOf(bench).steps;
  bench.f64(steps, cuts.length).set(cuts);
  bench.i32(labelBuffer(bench, target), rows).fill(-1);
  bench.f64(laid.high, centroids.length).fill(0);
  bench.f64(laid.low, centroids.length).fill(0);
  bench.i32(laid.counts, clusters).fill(0);
  const drift = createDrift(clusters);
  const fresh: Tracking = { centroids, drift, buffer: target, isFresh: true, trail: undefined };
  bench.tracking.now = fresh;
  return fresh;
}
