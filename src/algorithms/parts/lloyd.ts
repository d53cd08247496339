import type { Random } from '../../core/random';
import { within } from '../../core/shard-work';
import type { Assignment, Shards, ShardWork } from '../../core/shards';
import { fillEmpty, meansOf, squaredShift, type Sums } from './means';
import type { Attempt, Pause, Run } from './restarts';

export interface StopRule {
  readonly maxIterations: number;
  /** Largest sum of squared moves of the centroids that counts as standing still. */
  readonly tolerance: number;
}

/** Lloyd's algorithm in the parts that its relatives do in their own way. */
export interface Lloyd {
  readonly points: Shards;
  readonly rule: StopRule;
  readonly starts: (random: Random) => ShardWork<Float64Array>;
  /** The middle of each cluster; K-means takes the means. */
  readonly middles?: (sums: Sums, before: Float64Array) => Float64Array;
  /** The cost that an inertia stands for; K-means minimises the inertia itself. */
  readonly costOf?: (inertia: number) => number;
}

/** Nobody knows how many iterations a run takes: after this many it counts as half done. */
const USUAL_ITERATIONS = 12;
/** The part of a run that choosing its starts counts for. */
export const START_SHARE = 0.1;

/** The share of a run that has done this many iterations. */
export function shareAfter(iterations: number): number {
  return START_SHARE + (1 - START_SHARE) * (iterations / (iterations + USUAL_ITERATIONS));
}

/** Work on shards as part of a run. */
export async function* asPauses<T>(
  work: ShardWork<T>,
  pauseAt: (share: number) => Pause,
): AsyncGenerator<Pause, T, void> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      yield pauseAt(step.value);
    }
  } finally {
    // The value is not used: the work was abandoned, or it has ended.
    await work.return(undefined as T);
  }
}

/**
 * One run of Lloyd's algorithm: assign every row to its nearest centroid, move the centroids to the
 * middles of their rows, until labels repeat or the squared moves of the centroids sum to at most
 * the tolerance (but not while a cluster is empty that could be filled). Labels always belong to
 * the centroids. Iterations are counted as scikit-learn counts `n_iter_`.
 */
export async function* runLloyd(lloyd: Lloyd, random: Random): Run {
  const { points, rule } = lloyd;
  const choosing = lloyd.starts(random);
  const starts = yield* asPauses(choosing, (share) => ({ share: START_SHARE * share }));
  const first = within(points.assign(starts), () => 1);
  const assignment = yield* asPauses(first, () => ({ share: START_SHARE }));
  let now: Standing = standingOf(lloyd, starts, assignment);
  while (!now.isConverged && now.iterations < rule.maxIterations) now = yield* advance(lloyd, now);
  return now;
}

interface Standing extends Attempt {
  readonly assignment: Assignment;
}

/** Where a run stands when every row has its first label. */
function standingOf(lloyd: Lloyd, centroids: Float64Array, assignment: Assignment): Standing {
  const { counts, inertia } = assignment;
  const cost = lloyd.costOf?.(inertia) ?? inertia;
  return { centroids, counts, cost, iterations: 0, isConverged: false, trace: [], assignment };
}

async function* advance(lloyd: Lloyd, last: Standing): AsyncGenerator<Pause, Standing, void> {
  const { points, middles = meansOf } = lloyd;
  const pauseAt = (share: number): Pause => ({
    share: shareAfter(last.iterations + share),
    attempt: last,
  });
  const filling = fillEmpty(points, last.centroids, last.assignment);
  const filled = yield* asPauses(
    within(filling, () => 0),
    pauseAt,
  );
  const centroids = middles(filled, last.centroids);
  const assignment = yield* asPauses(points.assign(centroids), pauseAt);
  const next = nextStanding(lloyd, last, { centroids, assignment });
  const isOver = next.isConverged || next.iterations >= lloyd.rule.maxIterations;
  if (!isOver) return next;
  // Between the first and the last iteration the inertia may come from sums; what is kept may not.
  const exact = yield* asPauses(points.inertia(centroids), () => ({
    share: shareAfter(last.iterations + 1),
    attempt: next,
  }));
  return withCost(next, lloyd.costOf?.(exact) ?? exact);
}

/** Whether it has settled, and what the iterations came to. */
function nextStanding(
  { rule, costOf }: Lloyd,
  { centroids: before, iterations: done, trace }: Standing,
  { centroids, assignment }: Pick<Standing, 'centroids' | 'assignment'>,
): Standing {
  const { changed, counts, inertia } = assignment;
  const isFillable = inertia > 0 && counts.includes(0);
  const stands = squaredShift(before, centroids) <= rule.tolerance && !isFillable;
  // Seeing that labels repeat is an iteration of its own.
  const repeats = changed === 0 && !stands && done + 1 < rule.maxIterations;
  const cost = costOf?.(inertia) ?? inertia;
  return {
    centroids,
    counts,
    cost,
    iterations: done + (repeats ? 2 : 1),
    isConverged: changed === 0 || stands,
    trace: repeats ? [...trace, cost, cost] : [...trace, cost],
    assignment,
  };
}

/** With the cost of the last iteration corrected. */
function withCost(standing: Standing, cost: number): Standing {
  const { trace } = standing;
  const before = trace.at(-1);
  return { ...standing, cost, trace: trace.map((value) => (value === before ? cost : value)) };
}
