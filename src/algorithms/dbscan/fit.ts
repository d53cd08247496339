import { defineClustering, type ClusteringFit, type FitTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { definition } from './definition';
import { measure } from './measure';
import { suggestRadius } from './suggest-radius';

type DbscanParams = ParamsOf<typeof definition.params>;

/** Where each step begins in the progress of the whole, as a share. */
const BEGINS = { starting: 0, counting: 0.15, joining: 0.5, spreading: 0.85, measuring: 0.95 };
type Phase = keyof typeof BEGINS;
const PHASES: readonly Phase[] = ['starting', 'counting', 'joining', 'spreading', 'measuring'];

/**
 * DBSCAN (Ester, Kriegel, Sander and Xu, 1996), with scikit-learn's labels: a row with at least
 * `minNeighbors` rows within the radius, itself included, is a core row; core rows within the radius
 * of each other are in one cluster, numbered by its lowest core row; any other row goes to the first
 * cluster with a core row within the radius, and is noise if there is none. Neighbours are never
 * kept: see `neighborBytes` for the memory. Radius 0 stands for the suggested one. Throws
 * `too-few-rows` without rows.
 */
export async function* fitDbscan(
  points: Shards,
  params: DbscanParams,
  tools: FitTools,
): Job<ClusteringFit, ClusteringFit> {
  const { rows, neighbors } = points;
  const { minNeighbors } = params;
  if (rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const radius =
    params.radius || (yield* inPhase('starting', suggestRadius(points, minNeighbors, tools.seed)));
  const counts = yield* inPhase('counting', neighbors.count(radius, minNeighbors));
  const isCore = coreRows(counts, minNeighbors);
  const cores = yield* inPhase('joining', neighbors.components(radius, isCore));
  const labels = yield* inPhase('spreading', neighbors.spreadLabels(radius, cores));
  const measured = yield* inPhase('measuring', measure(points, labels));
  return {
    labels,
    ...measured,
    iterations: 1,
    isConverged: true,
    restarts: [],
    best: 0,
    trace: [],
    ...(params.radius === 0 ? { used: { radius } } : {}),
  };
}

/** Which rows have enough neighbours, as 1 or 0; a plain loop, as there may be millions. */
function coreRows(counts: Int32Array, least: number): Uint8Array {
  const isCore = new Uint8Array(counts.length);
  for (let row = 0; row < counts.length; row++) isCore[row] = counts[row]! >= least ? 1 : 0;
  return isCore;
}

function inPhase<T>(phase: Phase, work: ShardWork<T>): Job<T, ClusteringFit> {
  const begin = BEGINS[phase];
  const next = PHASES[PHASES.indexOf(phase) + 1];
  const end = next ? BEGINS[next] : 1;
  const report = (share: number): Progress<ClusteringFit> => ({
    done: begin + share * (end - begin),
    total: 1,
    phase,
  });
  return follow(work, report);
}

export default defineClustering(definition, fitDbscan);
