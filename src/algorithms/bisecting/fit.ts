import { defineClustering, type ClusteringFit, type ClusteringTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow, settle } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { totalsOf, type Totals } from '../parts/totals';
import { definition } from './definition';
import { splitLeaf, type Leaf } from './split';

export type BisectingParams = ParamsOf<typeof definition.params>;

/** A fit under way: what is known of all rows, and the leaves of the tree so far. */
interface Tree {
  readonly points: Shards;
  readonly totals: Totals;
  readonly leaves: readonly Leaf[];
  /** The inertia after each split. */
  readonly trace: readonly number[];
  /** True when as many leaves are there as were asked for, or none can be split. */
  readonly isDone: boolean;
}

/**
 * Bisecting K-means (Steinbach, Karypis and Kumar, 2000) to scikit-learn's definitions: begins with
 * all rows in one cluster and splits one cluster into two by K-means, the best of `restarts`, until
 * there are as many as asked for. Next is the cluster of most inertia, or of most rows. Labels
 * follow the splits: a row need not be nearest to the centroid of its cluster among all. Gives
 * fewer clusters when only clusters of equal rows are left. Costs about rows × columns × log₂ k ×
 * restarts × iterations. Throws `too-few-rows` without rows.
 */
export async function* fitBisecting(
  points: Shards,
  params: BisectingParams,
  tools: ClusteringTools,
): Job<ClusteringFit, ClusteringFit> {
  if (points.rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const total = params.clusters - 1;
  const starting = (): Progress<ClusteringFit> => ({ done: 0, total, phase: 'starting' });
  const totals = yield* follow(totalsOf(points), starting);
  const all = { rows: null, count: points.rows, mean: totals.mean, inertia: totals.inertia };
  let tree: Tree = { points, totals, leaves: [all], trace: [], isDone: false };
  while (!tree.isDone) {
    const now = tree;
    const splits = now.trace.length;
    const splitting = splitLeaf(points, nextLeaf(now, params), {
      params,
      tools,
      split: splits,
      tolerance: params.tolerance * totals.meanVariance,
    });
    const halves = yield* follow(splitting, (share) => ({
      done: splits + Math.min(share, 1),
      total,
      phase: 'iterating',
      facts: { iteration: splits + 1, inertia: now.trace.at(-1) ?? totals.inertia },
      partial: () => settle(finishTree(now)),
    }));
    tree = grow(now, halves, params);
  }
  const grown = tree;
  return yield* follow(finishTree(grown), () => ({ done: total, total, phase: 'iterating' }));
}

/** The leaf to split: of most inertia or rows, of equal ones the first; never one of equal rows. */
function nextLeaf({ leaves }: Tree, { splitNext }: BisectingParams): Leaf {
  const scoreOf = (leaf: Leaf): number => {
    if (leaf.inertia === 0 || leaf.isWhole) return -1;
    return splitNext === 'largest-cluster' ? leaf.count : leaf.inertia;
  };
  return leaves.reduce((best, leaf) => (scoreOf(leaf) > scoreOf(best) ? leaf : best));
}

function canBeSplit({ inertia, isWhole }: Leaf): boolean {
  return inertia > 0 && !isWhole;
}

/** The tree with its next leaf replaced by these halves; null: it turned out to be whole. */
function grow(tree: Tree, halves: readonly [Leaf, Leaf] | null, params: BisectingParams): Tree {
  const parent = nextLeaf(tree, params);
  const put = halves ?? [{ ...parent, isWhole: true }];
  const leaves = tree.leaves.flatMap((leaf) => (leaf === parent ? put : [leaf]));
  const inertia = leaves.reduce((sum, leaf) => sum + leaf.inertia, 0);
  const isDone = leaves.length >= params.clusters || !leaves.some(canBeSplit);
  return { ...tree, leaves, trace: halves ? [...tree.trace, inertia] : tree.trace, isDone };
}

/** Labels every row by its leaf. */
async function* finishTree({
  points,
  totals,
  leaves,
  trace,
  isDone,
}: Tree): ShardWork<ClusteringFit> {
  const labels = new Int32Array(points.rows);
  for (const [label, { rows }] of leaves.entries()) {
    for (let i = 0; i < (rows?.length ?? 0); i++) labels[rows![i]!] = label;
  }
  const centroids = new Float64Array(leaves.length * points.columns);
  leaves.forEach(({ mean }, leaf) => centroids.set(mean, leaf * points.columns));
  yield* points.label(labels);
  const inertia = yield* points.inertia(centroids);
  return {
    labels,
    clusters: leaves.length,
    centroids,
    inertia,
    totalInertia: totals.inertia,
    iterations: trace.length,
    isConverged: isDone,
    restarts: [],
    best: 0,
    trace: trace.length > 0 ? [...trace.slice(0, -1), inertia] : [],
  };
}

export default defineClustering(definition, fitBisecting);
