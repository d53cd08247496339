import type { ClusteringFit, ClusteringTools } from '../../core/algorithm';
import type { Job } from '../../core/job';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { gatherRows } from '../parts/gather';
import { meansOf } from '../parts/means';
import { bestOfRestarts } from '../parts/restarts';
import { runLloyd } from '../parts/run-lloyd';
import { chooseStarts } from '../parts/starts';
import type { BisectingParams } from './fit';

/** A cluster that has not been split. */
export interface Leaf {
  /** Its rows in order; null: all. */
  readonly rows: Uint32Array | null;
  readonly count: number;
  readonly mean: Float64Array;
  /** Sum of the squared distances of its rows to their mean. */
  readonly inertia: number;
  /** True for a leaf that K-means could not split. */
  readonly isWhole?: boolean;
}

export interface Splitting {
  readonly params: BisectingParams;
  readonly tools: ClusteringTools;
  /** How many splits there were before. */
  readonly split: number;
  readonly tolerance: number;
}

/** The part of a split that K-means counts for; before it rows are fetched, after it summed up. */
const FETCHED = 0.1;
const FITTED = 0.9;

/** Splits a leaf in two by K-means on its rows alone; null when one of the two would be empty. */
export async function* splitLeaf(
  points: Shards,
  leaf: Leaf,
  splitting: Splitting,
): ShardWork<readonly [Leaf, Leaf] | null> {
  // All rows lie in shards already.
  if (leaf.rows === null) return yield* halvesOf(points, leaf, splitting);
  const fetching = gatherRows(points, leaf.rows);
  const matrix = yield* within(fetching, (share) => FETCHED * share);
  const own = await splitting.tools.createShards(matrix);
  try {
    return yield* halvesOf(own, leaf, splitting);
  } finally {
    own.release();
  }
}

async function* halvesOf(
  own: Shards,
  leaf: Leaf,
  { params, tools, split, tolerance }: Splitting,
): ShardWork<readonly [Leaf, Leaf] | null> {
  const two = { start: params.start, clusters: 2 };
  const rule = { maxIterations: params.maxIterations, tolerance };
  const fitting = bestOfRestarts(own, {
    count: params.restarts,
    seed: tools.seed,
    stream: `bisecting ${split}`,
    totalCost: leaf.inertia,
    run: (random) =>
      runLloyd({ points: own, rule, starts: () => chooseStarts(own, two, random) }, random),
  });
  const fit = yield* sharesOf(fitting);
  if (fit.clusters < 2) return null;
  yield* within(own.label(fit.labels), () => FITTED);
  const found = yield* within(own.sumByLabel(2), () => FITTED);
  const means = meansOf(found, fit.centroids);
  const { squared } = yield* within(own.measure(means), () => FITTED);
  const leafOf = (half: 0 | 1): Leaf => ({
    rows: rowsOf(leaf, fit.labels, half),
    count: found.counts[half]!,
    mean: means.slice(half * own.columns, (half + 1) * own.columns),
    inertia: squared[half]!,
  });
  return [leafOf(0), leafOf(1)];
}

function rowsOf({ rows }: Leaf, labels: Int32Array, half: number): Uint32Array {
  // Plain loops: there may be millions.
  let count = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === half) count++;
  const own = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === half) own[next++] = rows?.[i] ?? i;
  return own;
}

/** The job as work that only tells how far it is. */
async function* sharesOf(fitting: Job<ClusteringFit, ClusteringFit>): ShardWork<ClusteringFit> {
  try {
    for (;;) {
      const step = await fitting.next();
      if (step.done) return step.value;
      yield FETCHED + (FITTED - FETCHED) * (step.value.done / step.value.total);
    }
  } finally {
    // The value is not used: the split was abandoned, or the fit has ended.
    await fitting.return(undefined as never);
  }
}
