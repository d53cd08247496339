import type { Random } from '../core/random';

/**
 * Bootstrap stability of clusters (Hennig, 2007): cluster a bootstrap sample anew, take for each
 * cluster its best-match Jaccard coefficient among the rows drawn, average over the samples. As
 * fpc's `clusterboot` with its defaults: rows drawn more than once count once.
 */

/**
 * The different rows of one bootstrap sample of `rows` rows, ascending: about 63 % of them. With fewer
 * `draws` than rows, those of an m out of n bootstrap (Bickel, Götze and van Zwet, 1997). Costs the
 * draws, not the rows.
 */
export function drawBootstrap(random: Random, rows: number, draws = rows): Uint32Array {
  const drawn = Uint32Array.from({ length: draws }, () => random.below(rows)).sort();
  return drawn.filter((row, i) => i === 0 || row !== drawn[i - 1]);
}

export interface Stability {
  /** Mean best-match Jaccard coefficient of each cluster; null when no sample held a row of it. */
  readonly clusters: readonly (number | null)[];
  /** Mean over the clusters. */
  readonly mean: number;
  /** Standard error of that mean over the samples; 0 for one sample. */
  readonly error: number;
  readonly samples: number;
}

/** Sums up best-match coefficients, one list of clusters a sample; null without a sample. */
export function summarizeStability(
  samples: readonly (readonly (number | null)[])[],
): Stability | null {
  const [first] = samples;
  if (!first) return null;
  const clusters = first.map((_, c) => meanOf(samples.map((sample) => sample[c] ?? null)));
  const mean = meanOf(clusters);
  if (mean === null) return null;
  const means = samples.flatMap((sample) => meanOf(sample) ?? []);
  return { clusters, mean, error: errorOf(means), samples: samples.length };
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function errorOf(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1) / n);
}

/** Hennig's bounds: what a mean best-match Jaccard coefficient says of a cluster. */
export type StabilityBand = 'dissolved' | 'doubtful' | 'stable' | 'highly-stable';

/** Below this mean a cluster is not to be trusted (fpc, help of `clusterboot`). */
export const UNTRUSTED = 0.6;
export const STABLE = 0.75;
export const HIGHLY_STABLE = 0.85;

export function bandOf(jaccard: number): StabilityBand {
  if (jaccard >= HIGHLY_STABLE) return 'highly-stable';
  if (jaccard >= STABLE) return 'stable';
  return jaccard > 0.5 ? 'doubtful' : 'dissolved';
}
