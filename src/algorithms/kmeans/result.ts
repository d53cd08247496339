import type { ClusteringFit, Restart } from '../../core/algorithm';
import type { Standing } from './lloyd';

/** A restart that could be returned, with its labels. */
export interface Candidate {
  readonly standing: Standing;
  readonly labels: Int32Array;
  /** Which restart it was, from 0. */
  readonly index: number;
}

export function restartOf({ assignment, iterations, isConverged }: Standing): Restart {
  return { inertia: assignment.inertia, iterations, isConverged };
}

/** The result that a candidate stands for; clusters without rows are left out, in order. */
export function fitOf(
  candidate: Candidate | undefined,
  restarts: readonly Restart[],
  totalInertia: number,
): ClusteringFit {
  if (!candidate) throw new Error('no restart has labelled the rows yet');
  const { standing, labels, index } = candidate;
  const { centroids, assignment, trace } = standing;
  const kept = [...assignment.counts.keys()].filter((c) => assignment.counts[c]! > 0);
  return {
    labels: kept.length < assignment.counts.length ? renumber(labels, kept) : labels,
    clusters: kept.length,
    centroids: rowsOf(centroids, kept, centroids.length / assignment.counts.length),
    totalInertia,
    ...restartOf(standing),
    restarts,
    best: index,
    trace,
  };
}

function renumber(labels: Int32Array, kept: readonly number[]): Int32Array {
  const next = new Map(kept.map((old, now) => [old, now]));
  return labels.map((label) => next.get(label) ?? label);
}

function rowsOf(matrix: Float64Array, rows: readonly number[], columns: number): Float64Array {
  return Float64Array.from(
    rows.flatMap((row) => [...matrix.subarray(row * columns, (row + 1) * columns)]),
  );
}
