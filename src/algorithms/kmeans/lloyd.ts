import { within } from '../../core/shard-work';
import type { Assignment, Shards, ShardWork } from '../../core/shards';
import { nextCentroids, squaredShift } from './step';

/** Where Lloyd's algorithm stands: an assignment of all rows, and the centroids that made it. */
export interface Standing {
  readonly centroids: Float64Array;
  readonly assignment: Assignment;
  /** Steps (assign, then move) done, counted as scikit-learn counts `n_iter_`. */
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Inertia after each iteration. */
  readonly trace: readonly number[];
}

/** Labels every row by its nearest start. */
export async function* begin(points: Shards, starts: Float64Array): ShardWork<Standing> {
  const assignment = yield* points.assign(starts);
  return { centroids: starts, assignment, iterations: 0, isConverged: false, trace: [] };
}

export interface StopRule {
  readonly maxIterations: number;
  /** Largest sum of squared moves of the centroids that counts as standing still. */
  readonly tolerance: number;
}

/**
 * One iteration: moves the centroids to the means and assigns anew, so that labels always match
 * centroids. Converged, as in scikit-learn, when the squared moves of the centroids sum to at most
 * the tolerance (but not while a cluster is empty that could be filled), or when labels repeat;
 * seeing that they do counts as an iteration of its own.
 */
export async function* advance(
  points: Shards,
  standing: Standing,
  rule: StopRule,
): ShardWork<Standing> {
  const { centroids: before, trace } = standing;
  const centroids = yield* nextCentroids(points, before, standing.assignment);
  const assignment = yield* points.assign(centroids);
  const { counts, changed } = assignment;
  const isFillable = assignment.inertia > 0 && counts.includes(0);
  const stands = squaredShift(before, centroids) <= rule.tolerance && !isFillable;
  const iterations = standing.iterations + 1;
  const repeats = changed === 0 && !stands && iterations < rule.maxIterations;
  const isConverged = changed === 0 || stands;
  // Between the first and the last iteration the inertia may come from sums; what is kept may not.
  const isLast = isConverged || iterations >= rule.maxIterations;
  const exact = within(points.inertia(centroids), () => 1);
  const inertia = isLast ? yield* exact : assignment.inertia;
  return {
    centroids,
    assignment: { ...assignment, inertia },
    iterations: repeats ? iterations + 1 : iterations,
    isConverged,
    trace: repeats ? [...trace, inertia, inertia] : [...trace, inertia],
  };
}
