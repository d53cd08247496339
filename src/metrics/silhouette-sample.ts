import { Problem } from '../core/problem';
import { createRandom } from '../core/random';
import { isComparable } from './cluster-measures';

/** Rows to score, sorted by cluster and within a cluster by row. */
export interface SilhouetteSample {
  readonly rows: Uint32Array;
  /** Rows of each cluster in all. */
  readonly sizes: readonly number[];
  /** Where each cluster ends in `rows`. */
  readonly ends: Int32Array;
}

export function sizesOf(labels: Int32Array, clusters: number): number[] {
  const sizes = new Array<number>(clusters).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]!++;
  return sizes;
}

/**
 * How many rows of each cluster to take so that `wanted` are taken in all: every cluster the same
 * number, small ones all they have and what they leave over shared by the rest; never fewer than
 * two of a cluster that has two, since one row alone has nothing to be close to.
 */
export function shareOut(sizes: readonly number[], wanted: number): number[] {
  const taken = sizes.map(() => 0);
  const bySize = [...sizes.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  let left = wanted;
  bySize.forEach((cluster, place) => {
    const fair = Math.floor(left / (bySize.length - place));
    const count = Math.min(sizes[cluster]!, Math.max(fair, 2));
    taken[cluster] = count;
    left = Math.max(0, left - count);
  });
  return taken;
}

/** Sums of distances (scored rows × clusters) held at most, unless there are more clusters yet. */
const MOST_SUMS = 40_000_000;
/** What those sums may take then; a number of 8 bytes for each scored row and cluster. */
const MOST_SUM_BYTES = 2 ** 29;
/** Labels looked at between two pauses. */
const BLOCK_ROWS = 131_072;

/** How many rows of each cluster are scored: all when there are at most `sampleRows` labelled. */
function takenOf(sizes: readonly number[], sampleRows: number): readonly number[] {
  const wanted = Math.min(sampleRows, Math.floor(MOST_SUMS / sizes.length));
  return sumOf(sizes) <= wanted ? sizes : shareOut(sizes, wanted);
}

/**
 * Throws `clusters-need-memory` when there are too many clusters of these sizes for a silhouette:
 * from some 5,600 on.
 */
export function refuseTooManyClusters(sizes: readonly number[], sampleRows: number): void {
  const [clusters, rows] = [sizes.length, sumOf(sizes)];
  const neededBytes = 8 * clusters * sumOf(takenOf(sizes, sampleRows));
  if (neededBytes <= MOST_SUM_BYTES || !isComparable(clusters, rows)) return;
  const limitBytes = MOST_SUM_BYTES;
  throw new Problem('clusters-need-memory', { clusters, rows, neededBytes, limitBytes });
}

function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Draws the rows to score: all labelled ones when there are at most `wanted`, else from each
 * cluster its share at random without replacement (Knuth's algorithm S, so rows stay in order).
 * Pauses between blocks of rows. Throws `clusters-need-memory`, see `refuseTooManyClusters`.
 */
export function* sampleForSilhouette(
  labels: Int32Array,
  clusters: number,
  options: { readonly sampleRows: number; readonly seed: number },
): Generator<void, SilhouetteSample, void> {
  const sizes = sizesOf(labels, clusters);
  refuseTooManyClusters(sizes, options.sampleRows);
  const taken = takenOf(sizes, options.sampleRows);
  const ends = new Int32Array(clusters);
  taken.forEach((count, c) => (ends[c] = count + (ends[c - 1] ?? 0)));
  const rows = new Uint32Array(ends.at(-1) ?? 0);
  const random = createRandom(options.seed, 'silhouette');
  const unseen = [...sizes];
  const needed = [...taken];
  for (let row = 0; row < labels.length; row++) {
    if (row % BLOCK_ROWS === BLOCK_ROWS - 1) yield;
    const label = labels[row]!;
    if (label < 0) continue;
    const isTaken =
      needed[label]! === unseen[label]! || random.next() * unseen[label]! < needed[label]!;
    unseen[label]!--;
    if (isTaken) rows[ends[label]! - needed[label]!--] = row;
  }
  return { rows, sizes, ends };
}
