import { clusteringFitOf } from '../../algorithms/fits';
import { meansOf } from '../../algorithms/parts/means';
import { gatherRows } from '../../algorithms/parts/gather';
import type { ClusteringFit } from '../../core/algorithm';
import type { Tools } from '../../core/cell-compute';
import { placesAfterMerge, type HandEdit } from '../../core/hand-edits';
import { stretch, type Job } from '../../core/job';
import { initialParams } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow } from '../../core/shard-work';
import type { Shards } from '../../core/shards';

/** Labels while they are being changed: `0 … clusters − 1`, below that noise. */
interface Standing {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
}

/** What a clustering is after its edits; every cluster holds a row. */
export interface Edited extends Standing {
  readonly clusters: number;
  /** Row-major means of the rows of each cluster. */
  readonly centroids: Float64Array;
  /** Sum of the squared distances of the rows to the mean of their cluster. */
  readonly inertia: number;
  /** The same to the one mean of all rows in a cluster. */
  readonly totalInertia: number;
}

const BLOCK_ROWS = 1 << 18;
const PHASE = 'apply-edits';

/**
 * Makes the edits one after the other, each on what the one before left, and measures the result
 * anew. Throws `edits-outdated` where the sizes are not those that the edit was made on, and
 * `split-impossible` where all rows to be split are equal.
 */
export async function* applyEdits(
  points: Shards,
  found: Standing,
  { edits, tools }: { readonly edits: readonly HandEdit[]; readonly tools: Tools },
): Job<Edited, never> {
  let standing = found;
  for (const [i, edit] of edits.entries()) {
    if (!isSame(edit.of, standing.sizes)) {
      throw new Problem('edits-outdated', { edit: i + 1, edits: edits.length });
    }
    const job =
      'merge' in edit
        ? merge(standing, edit.merge)
        : split(points, { standing, cluster: edit.split, into: edit.into }, tools);
    standing = yield* stretch(job, (0.9 * i) / edits.length, (0.9 * (i + 1)) / edits.length);
  }
  return yield* stretch(measure(points, standing), 0.9, 1);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}

async function* merge(
  { labels, sizes }: Standing,
  merged: readonly number[],
): Job<Standing, never> {
  const places = placesAfterMerge(sizes.length, merged);
  const left = new Array<number>(sizes.length - merged.length + 1).fill(0);
  sizes.forEach((size, index) => (left[places[index]!]! += size));
  const labelled = new Int32Array(labels.length);
  for (let from = 0; from < labels.length; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, labels.length);
    for (let row = from; row < to; row++) {
      const label = labels[row]!;
      labelled[row] = label < 0 ? label : places[label]!;
    }
    yield { done: to, total: labels.length, phase: PHASE };
  }
  return { labels: labelled, sizes: left };
}

interface Splitting {
  readonly standing: Standing;
  readonly cluster: number;
  readonly into: number;
}

/** K-means with its usual parameters on the rows of one cluster alone. */
async function* split(points: Shards, splitting: Splitting, tools: Tools): Job<Standing, never> {
  const { standing, cluster, into } = splitting;
  const rows = rowsOf(standing, cluster);
  const report = (share: number) => ({ done: share, total: 1, phase: PHASE });
  const matrix = yield* stretch(follow(gatherRows(points, rows), report), 0, 0.2);
  const own = await tools.createShards(matrix);
  try {
    const kmeans = clusteringFitOf('kmeans')!;
    const clusters = Math.min(into, rows.length);
    const params = { ...initialParams(kmeans.definition.params), clusters };
    const fit = yield* stretch(kmeans.fit(own, params, tools), 0.2, 1);
    if (fit.clusters < 2) throw new Problem('split-impossible', { rows: rows.length });
    return partsOf(splitting, rows, fit);
  } finally {
    own.release();
  }
}

function rowsOf({ labels, sizes }: Standing, cluster: number): Uint32Array {
  const rows = new Uint32Array(sizes[cluster]!);
  let next = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] === cluster) rows[next++] = row;
  return rows;
}

/** The largest part stays where the cluster was, the others come last, larger ones first. */
function partsOf(
  { standing, cluster }: Splitting,
  rows: Uint32Array,
  fit: ClusteringFit,
): Standing {
  const counts = new Array<number>(fit.clusters).fill(0);
  for (const label of fit.labels) counts[label]!++;
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const placeOf = new Int32Array(fit.clusters);
  const { length } = standing.sizes;
  order.forEach((part, rank) => (placeOf[part] = rank === 0 ? cluster : length + rank - 1));
  const labels = standing.labels.slice();
  rows.forEach((row, i) => (labels[row] = placeOf[fit.labels[i]!]!));
  const sizes = [...standing.sizes, ...order.slice(1).map((part) => counts[part]!)];
  sizes[cluster] = counts[order[0]!]!;
  return { labels, sizes };
}

async function* measure(points: Shards, { labels, sizes }: Standing): Job<Edited, never> {
  const clusters = sizes.length;
  const report = (share: number) => ({ done: share, total: 1, phase: PHASE });
  yield* stretch(follow(points.label(labels), report), 0, 0.2);
  const sums = yield* stretch(follow(points.sumByLabel(clusters), report), 0.2, 0.6);
  const centroids = meansOf(sums, new Float64Array(clusters * points.columns));
  const inertia = yield* stretch(follow(points.inertia(centroids), report), 0.6, 1);
  const totalInertia = inertia + betweenOf(centroids, sizes);
  return { labels, sizes, clusters, centroids, inertia, totalInertia };
}

/** Sum over the rows of the squared distance of their cluster's mean to the mean of all. */
function betweenOf(centroids: Float64Array, sizes: readonly number[]): number {
  const columns = centroids.length / sizes.length;
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  let between = 0;
  for (let j = 0; j < columns; j++) {
    const weighted = sizes.reduce((sum, size, c) => sum + size * centroids[c * columns + j]!, 0);
    sizes.forEach((size, c) => {
      between += size * (centroids[c * columns + j]! - weighted / rows) ** 2;
    });
  }
  return between;
}
