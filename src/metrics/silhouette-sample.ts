import { createRandom } from '../core/random';

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

/**
 * Draws the rows to score: all labelled ones when there are at most `wanted`, else from each
 * cluster its share at random without replacement (Knuth's algorithm S, so rows stay in order).
 */
export function sampleForSilhouette(
  labels: Int32Array,
  clusters: number,
  options: { readonly wanted: number; readonly seed: number },
): SilhouetteSample {
  const sizes = sizesOf(labels, clusters);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const taken = total <= options.wanted ? sizes : shareOut(sizes, options.wanted);
  const ends = new Int32Array(clusters);
  taken.forEach((count, c) => (ends[c] = count + (ends[c - 1] ?? 0)));
  const rows = new Uint32Array(ends.at(-1) ?? 0);
  const random = createRandom(options.seed, 'silhouette');
  const unseen = [...sizes];
  const needed = [...taken];
  labels.forEach((label, row) => {
    if (label < 0) return;
    const isTaken =
      needed[label]! === unseen[label]! || random.next() * unseen[label]! < needed[label]!;
    unseen[label]!--;
    if (isTaken) rows[ends[label]! - needed[label]!--] = row;
  });
  return { rows, sizes, ends };
}
