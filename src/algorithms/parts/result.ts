import type { ClusteringFit, Restart } from '../../core/algorithm';
import type { Attempt } from './restarts';

/** A run that could be returned, with its labels. */
export interface Candidate<A extends Attempt = Attempt> {
  readonly attempt: A;
  readonly labels: Int32Array;
  /** Which restart it was, from 0. */
  readonly index: number;
}

export function restartOf({ cost, iterations, isConverged }: Attempt): Restart {
  return { inertia: cost, iterations, isConverged };
}

/** The result that a run stands for; clusters without rows are left out, in order. */
export function fitOf(
  candidate: Candidate | undefined,
  restarts: readonly Restart[],
  totalCost: number,
): ClusteringFit {
  if (!candidate) throw new Error('no restart has labelled the rows yet');
  const { attempt, labels, index } = candidate;
  const { centroids, counts, cost, iterations, isConverged, trace } = attempt;
  const kept = [...counts.keys()].filter((cluster) => counts[cluster]! > 0);
  const found = { inertia: cost, totalInertia: totalCost, iterations, isConverged, trace };
  return {
    labels: kept.length < counts.length ? renumber(labels, kept) : labels,
    clusters: kept.length,
    centroids: linesOf(centroids, kept, centroids.length / counts.length),
    ...found,
    restarts,
    best: index,
  };
}

/** Labels by their place among the clusters kept. */
export function renumber(labels: Int32Array, kept: readonly number[]): Int32Array {
  const next = new Map(kept.map((old, now) => [old, now]));
  return labels.map((label) => next.get(label) ?? label);
}

/** These lines of a row-major matrix. */
export function linesOf(
  matrix: Float64Array,
  lines: readonly number[],
  columns: number,
): Float64Array {
  const picked = new Float64Array(lines.length * columns);
  lines.forEach((line, place) => {
    picked.set(matrix.subarray(line * columns, (line + 1) * columns), place * columns);
  });
  return picked;
}
