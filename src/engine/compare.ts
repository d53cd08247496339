import type { CellCompute } from '../core/cell-compute';
import type { Flows } from '../core/flows';
import type { Job } from '../core/job';
import { Problem } from '../core/problem';
import type { ClusteringValue, Value } from '../core/values';
import { countFlows, matchClusters } from '../metrics/match-clusters';
import type { Task } from './port';
import { toRowLabels } from './row-labels';

/** What became of the groups of an earlier clustering in a later one. */
export interface Comparison {
  readonly flows: Flows;
  /** For each later cluster the earlier one that it continues, −1 for none. */
  readonly matches: readonly number[];
}

/** Compares two clusterings of rows of one table. */
export async function* compareClusterings(
  before: ClusteringValue,
  now: ClusteringValue,
): Job<Comparison, never> {
  const clusters = { before: before.clusters, now: now.clusters };
  const flows = yield* countFlows(toRowLabels(before), toRowLabels(now), clusters);
  return { flows, matches: matchClusters(flows) };
}

/** The clustering that a cell gave; throws `input-missing` for a cell that gives something else. */
export function clusteringOf(value: Value | null): ClusteringValue {
  if (value?.kind === 'clustering') return value;
  throw new Problem('input-missing', { input: 'clustering' });
}

/**
 * True when the rows of both are rows of the same tables, so that a row index means the same row.
 * Another file, or rows left out before, make another table.
 */
export function haveSameRows(
  one: Task,
  other: Task,
  computes: ReadonlyMap<string, CellCompute>,
): boolean {
  const [left, right] = [tablesOf(one, computes), tablesOf(other, computes)];
  return left.size === right.size && [...left].every((fingerprint) => right.has(fingerprint));
}

/** Fingerprints of the nearest tables upstream. */
function tablesOf(task: Task, computes: ReadonlyMap<string, CellCompute>): Set<string> {
  const found = new Set<string>();
  const visited = new Set<Task>();
  const open = [task];
  for (let next = open.pop(); next; next = open.pop()) {
    if (visited.has(next)) continue;
    visited.add(next);
    if (computes.get(next.kind)?.definition.gives === 'table') found.add(next.fingerprint);
    else open.push(...Object.values(next.inputs));
  }
  return found;
}
