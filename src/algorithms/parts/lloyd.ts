import { within } from '../../core/shard-work';
import type { Assignment, Shards, ShardWork } from '../../core/shards';
import { fillEmpty, meansOf, squaredShift, type Sums } from './means';
import type { Attempt } from './restarts';

/** Where Lloyd's algorithm stands: an assignment of all rows, and the centroids that made it. */
export interface Standing extends Attempt {
  readonly assignment: Assignment;
}

export interface StopRule {
  readonly maxIterations: number;
  /** Largest sum of squared moves of the centroids that counts as standing still. */
  readonly tolerance: number;
}

/** What relatives of K-means do in their own way. */
export interface Variant {
  /** The middle of each cluster; K-means takes the means. */
  readonly middles?: (sums: Sums, before: Float64Array) => Float64Array;
  /** The cost that an inertia stands for; K-means minimises the inertia itself. */
  readonly costOf?: (inertia: number) => number;
}

function costOf({ costOf: own }: Variant, inertia: number): number {
  return own?.(inertia) ?? inertia;
}

/** Labels every row by its nearest start. */
export async function* begin(
  points: Shards,
  starts: Float64Array,
  variant: Variant = {},
): ShardWork<Standing> {
  const assignment = yield* points.assign(starts);
  const { counts, inertia } = assignment;
  const cost = costOf(variant, inertia);
  const none = { iterations: 0, isConverged: false, trace: [] };
  return { centroids: starts, counts, cost, assignment, ...none };
}

/** Whether the rule ends the run here. */
export function isOver({ isConverged, iterations }: Standing, rule: StopRule): boolean {
  return isConverged || iterations >= rule.maxIterations;
}

/**
 * One iteration of Lloyd's algorithm (1957/1982): moves the centroids to the middles of their rows
 * and assigns anew, so that labels always match centroids. Converged, as in scikit-learn, when the
 * squared moves of the centroids sum to at most the tolerance (but not while a cluster is empty
 * that could be filled), or when labels repeat; seeing that they do counts as an iteration of its
 * own, as scikit-learn counts `n_iter_`.
 */
export async function* advance(
  points: Shards,
  standing: Standing,
  lloyd: Variant & { readonly rule: StopRule },
): ShardWork<Standing> {
  const { rule, middles = meansOf } = lloyd;
  const { centroids: before, trace } = standing;
  const filling = fillEmpty(points, before, standing.assignment);
  const filled = yield* within(filling, () => 0);
  const centroids = middles(filled, before);
  const assignment = yield* points.assign(centroids);
  const { counts, changed, inertia } = assignment;
  const isFillable = inertia > 0 && counts.includes(0);
  const stands = squaredShift(before, centroids) <= rule.tolerance && !isFillable;
  const iterations = standing.iterations + 1;
  const repeats = changed === 0 && !stands && iterations < rule.maxIterations;
  const cost = costOf(lloyd, inertia);
  return {
    centroids,
    counts,
    cost,
    assignment,
    iterations: repeats ? iterations + 1 : iterations,
    isConverged: changed === 0 || stands,
    trace: repeats ? [...trace, cost, cost] : [...trace, cost],
  };
}

/**
 * The same standing with its inertia added up row by row: within a run it may come from sums, that
 * of a run which is over may not.
 */
export async function* measureExactly(
  points: Shards,
  standing: Standing,
  variant: Variant = {},
): ShardWork<Standing> {
  const { centroids, trace } = standing;
  const inertia = yield* points.inertia(centroids);
  const cost = costOf(variant, inertia);
  const before = trace.at(-1);
  return {
    ...standing,
    cost,
    assignment: { ...standing.assignment, inertia },
    trace: trace.map((value) => (value === before ? cost : value)),
  };
}
