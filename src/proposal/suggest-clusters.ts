import type { CellCompute, Tools } from '../core/cell-compute';
import { stretch, type Job } from '../core/job';
import type { JsonObject } from '../core/json';
import { parseParams } from '../core/params';
import type { MatrixValue, Value } from '../core/values';

const LEAST_CLUSTERS = 2;
const MOST_CLUSTERS = 8;
/** With nothing to go by. */
export const USUAL_CLUSTERS = 3;

/** How well the sample falls into this many segments. */
export interface Candidate {
  readonly clusters: number;
  readonly silhouette: number;
  /** Share of the sample in the smallest segment. */
  readonly smallest: number;
}

/** Segments smaller than this are handfuls of unusual rows, not groups to act on. */
const LEAST_SHARE = 0.02;
/** What one more segment must add to the silhouette to be worth explaining. */
const WORTH = 0.004;
/** Rows that a segment of the sample should have on average. */
const ROWS_A_SEGMENT = 5;

/**
 * The number of segments with the highest silhouette, less 0.004 a segment: of equally good
 * splits the one with fewer segments is easier to act on. Splits that only set a handful of rows
 * apart are left out, unless all do.
 */
export function chooseClusters(candidates: readonly Candidate[]): number {
  const usable = candidates.filter(({ smallest }) => smallest >= LEAST_SHARE);
  const pool = usable.length > 0 ? usable : candidates;
  const worthOf = ({ silhouette, clusters }: Candidate) => silhouette - WORTH * clusters;
  const best = Math.max(...pool.map(worthOf));
  return pool.find((candidate) => worthOf(candidate) === best)?.clusters ?? USUAL_CLUSTERS;
}

/** The computations that the notebook itself will use, so that the suggestion fits what it finds. */
export interface Judges {
  readonly cluster: CellCompute;
  readonly evaluate: CellCompute;
}

function mostClusters(rows: number): number {
  const enough = Math.max(LEAST_CLUSTERS, Math.floor(rows / ROWS_A_SEGMENT));
  return Math.min(MOST_CLUSTERS, enough, rows - 1);
}

/** Clusters the sample into 2 … 8 segments and suggests a number by `chooseClusters`. */
export async function* suggestClusters(
  points: MatrixValue,
  { cluster, evaluate }: Judges,
  tools: Tools,
): Job<number, never> {
  const most = mostClusters(points.matrix.rows);
  const candidates: Candidate[] = [];
  const shareDone = (clusters: number) => (clusters - 1) / (most - 1);
  for (let clusters = LEAST_CLUSTERS; clusters <= most; clusters++) {
    const [from, to] = [shareDone(clusters - 1), shareDone(clusters)];
    const asked = { params: { clusters, restarts: 3 }, inputs: { points }, tools };
    const clustering = yield* stretch(runCell(cluster, asked), from, to);
    if (clustering?.kind !== 'clustering') break;
    // Fewer different rows than segments: more will not be found either.
    if (clustering.clusters < clusters) break;
    // Only the silhouette is asked for.
    const params = { bootstraps: 0 };
    const scored = { params, inputs: { points, clustering }, tools };
    const scores = yield* stretch(runCell(evaluate, scored), to, to);
    if (scores?.kind !== 'scores' || scores.silhouette === null) continue;
    const smallest = Math.min(...clustering.sizes) / points.matrix.rows;
    candidates.push({ clusters, silhouette: scores.silhouette, smallest });
  }
  return candidates.length > 0 ? chooseClusters(candidates) : LEAST_CLUSTERS;
}

export interface CellRun {
  readonly params: JsonObject;
  readonly inputs: Readonly<Record<string, Value>>;
  readonly tools: Tools;
}

/** The value of one cell, outside of any notebook. */
export async function* runCell(compute: CellCompute, run: CellRun): Job<Value | null, never> {
  const params = parseParams(compute.definition.params, run.params);
  const { value } = yield* stretch(compute.run(params, run.inputs, run.tools), 0, 1);
  return value;
}
