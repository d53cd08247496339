import type { ClusteringTools } from '../../core/algorithm';
import { chooseDistinct, type Random } from '../../core/random';
import { settle, within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { gatherRows } from '../parts/gather';
import { fillEmpty, meansOf } from '../parts/means';
import type { Attempt, Pause, Run } from '../parts/restarts';
import { asPauses, START_SHARE } from '../parts/run-lloyd';
import { chooseStarts } from '../parts/starts';
import type { MiniBatchParams } from './fit';
import { learnFrom, moveIdle, type Learner } from './step';
import { FIRST_WATCH, watchOn, type Watch } from './watch';

export interface MiniBatch {
  readonly points: Shards;
  readonly params: MiniBatchParams;
  readonly tools: ClusteringTools;
  readonly random: Random;
}

/** Nobody knows how many batches it takes: after this many a run counts as half done. */
const USUAL_BATCHES = 100;
/** Rows that starts are chosen from, in batches. */
const START_BATCHES = 3;
/** Rows to learn from after which centroids that learned from hardly any are moved, for each of them. */
const ROWS_BETWEEN_MOVES = 10;
/** Points that the line of a run is drawn with, at most. */
const TRACE_LENGTH = 200;

/** Where a run stands between two batches. */
interface Standing {
  readonly learner: Learner;
  readonly watch: Watch;
  readonly isConverged: boolean;
  /** Estimates of the inertia of all rows by the batches so far. */
  readonly trace: readonly number[];
}

/** One run from starts of its own. */
export async function* runMiniBatch(run: MiniBatch): Run {
  const { points, params } = run;
  const choosing = startsOf(run);
  const starts = yield* asPauses(choosing, (share) => ({ share: START_SHARE * share }));
  const weights = new Float64Array(starts.length / points.columns);
  let now: Standing = {
    learner: { centroids: starts, weights },
    watch: FIRST_WATCH,
    isConverged: false,
    trace: [],
  };
  const batch = Math.min(params.batchRows, points.rows);
  const most = Math.max(1, Math.floor((params.maxPasses * points.rows) / batch));
  let rowsSinceMove = 0;
  while (!now.isConverged && now.watch.batches < most) {
    const drawn = Uint32Array.from({ length: batch }, () => run.random.below(points.rows));
    const pause = pauseAt(run, now);
    const rows = yield* asPauses(
      within(gatherRows(points, drawn), () => 0),
      () => pause,
    );
    rowsSinceMove += batch;
    // A centroid without any row is moved at once, the others now and then.
    const isDue = rowsSinceMove >= ROWS_BETWEEN_MOVES * weights.length || weights.includes(0);
    const inertia = learnFrom(rows, now.learner);
    if (isDue) {
      moveIdle(rows, now.learner, run.random);
      rowsSinceMove = 0;
    }
    now = afterBatch(run, now, { inertia, rows: batch });
  }
  const pause = { ...pauseAt(run, now), share: 1 };
  return yield* asPauses(labelAll(run, now), () => pause);
}

function afterBatch(
  { points, params }: MiniBatch,
  { learner, watch: before, trace }: Standing,
  batch: { readonly inertia: number; readonly rows: number },
): Standing {
  const watch = watchOn(before, batch, points.rows);
  const estimate = (watch.smoothed ?? batch.inertia / batch.rows) * points.rows;
  const isConverged = watch.idle >= params.patience;
  return { learner, watch, isConverged, trace: [...trace, estimate] };
}

function pauseAt(run: MiniBatch, now: Standing): Pause {
  const { batches } = now.watch;
  const share = START_SHARE + (1 - START_SHARE) * (batches / (batches + USUAL_BATCHES));
  if (batches === 0) return { share };
  return {
    share,
    now: { iterations: batches, cost: now.trace.at(-1) ?? 0 },
    finish: () => settle(labelAll(run, now)),
  };
}

/** Starts from a sample of rows, as scikit-learn takes them. */
async function* startsOf({ points, params, tools, random }: MiniBatch): ShardWork<Float64Array> {
  const { clusters, batchRows, start } = params;
  if (start === 'random') return yield* chooseStarts(points, params, random);
  const wanted = START_BATCHES * Math.max(batchRows, clusters);
  const rows = chooseDistinct(random, wanted, points.rows);
  const sample = yield* within(gatherRows(points, rows), (share) => share / 2);
  const shards = await tools.createShards(sample);
  try {
    const choosing = chooseStarts(shards, params, random);
    const starts = yield* within(choosing, (share) => 0.5 + share / 2);
    if (starts.length === clusters * points.columns || rows.length === points.rows) return starts;
  } finally {
    shards.release();
  }
  // The sample has fewer distinct rows than clusters are wanted; all rows may have more.
  return yield* within(chooseStarts(points, params, random), () => 1);
}

/** Tries to give empty clusters rows before they are given up. */
const FILLINGS = 3;

/**
 * Labels every row by its nearest centroid. A centroid that attracts none takes the row farthest
 * from its own, and the rows are labelled again.
 */
async function* labelAll({ points }: MiniBatch, now: Standing): ShardWork<Attempt> {
  let centroids: Float64Array = now.learner.centroids.slice();
  let assignment = yield* points.assign(centroids);
  for (let i = 0; i < FILLINGS && assignment.counts.includes(0) && assignment.inertia > 0; i++) {
    const filled = yield* within(fillEmpty(points, centroids, assignment), () => 1);
    centroids = meansOf(filled, centroids);
    assignment = yield* within(points.assign(centroids), () => 1);
  }
  const inertia = yield* within(points.inertia(centroids), () => 1);
  const { watch, isConverged, trace } = now;
  return {
    centroids,
    counts: assignment.counts,
    cost: inertia,
    iterations: watch.batches,
    isConverged,
    trace: thinned(trace),
  };
}

/** At most `TRACE_LENGTH` of the values, evenly, the first and the last among them. */
function thinned(trace: readonly number[]): readonly number[] {
  if (trace.length <= TRACE_LENGTH) return trace;
  const step = (trace.length - 1) / (TRACE_LENGTH - 1);
  return Array.from({ length: TRACE_LENGTH }, (_, i) => trace[Math.round(i * step)]!);
}
