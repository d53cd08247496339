import type { ClusteringFit } from '../core/algorithm';
import { stretch, type Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import type { Random } from '../core/random';
import type { Shards } from '../core/shards';
import { bestMatchJaccard } from './jaccard';
import { rowsOf } from './sample-rows';
import { drawBootstrap } from './stability';

/** Clusters other rows as the ones asked about were: one fit a labelling, in their order. */
export type Refit = (points: Shards) => Job<readonly ClusteringFit[]>;

/** How rows are clustered anew, by whom, and on which shards. */
export interface Refitting {
  readonly random: Random;
  readonly createShards: (matrix: Matrix) => Promise<Shards>;
  readonly refit: Refit;
}

/** A labelling whose clusters are looked for; noise (−1) is in none. */
export interface Labelling {
  readonly labels: Int32Array;
  readonly clusters: number;
}

/**
 * One bootstrap sample: draws rows anew, clusters them, and gives for each labelling the best-match
 * Jaccard coefficients of its clusters among the rows drawn (null for a cluster without one). With
 * fewer `draws` than rows it is an m out of n bootstrap. Costs the fits; memory grows with `draws`.
 */
export async function* scoreBootstrap(
  matrix: Matrix,
  labellings: readonly Labelling[],
  { draws = matrix.rows, random, createShards, refit }: Refitting & { readonly draws?: number },
): Job<(number | null)[][], never> {
  const rows = drawBootstrap(random, matrix.rows, draws);
  const fits = yield* refitted(rowsOf(matrix, rows), { createShards, refit });
  return labellings.map(({ labels, clusters }, i) => {
    const here = Int32Array.from(rows, (row) => labels[row]!);
    const other = fits[i]!;
    return bestMatchJaccard(here, other.labels, { clusters, otherClusters: other.clusters });
  });
}

/** The fits of rows put into shards for them alone. */
export async function* refitted(
  matrix: Matrix,
  { createShards, refit }: Pick<Refitting, 'createShards' | 'refit'>,
): Job<readonly ClusteringFit[], never> {
  const shards = await createShards(matrix);
  try {
    return yield* stretch(refit(shards), 0, 0.98);
  } finally {
    shards.release();
  }
}
