import { paced, type Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import { follow } from '../core/shard-work';
import type { Shards } from '../core/shards';
import { isComparable } from './cluster-measures';
import { rowsOf } from './sample-rows';
import { sampleForSilhouette, type SilhouetteSample } from './silhouette-sample';
import { silhouetteOfRows, type RowSilhouettes } from './silhouette-rows';

export interface ClusterSilhouette {
  readonly size: number;
  /** Mean over the scored rows of the cluster; null when there are none. */
  readonly mean: number | null;
  /** Scored rows in 40 equal bins of −1 … 1; the last bin holds 1. */
  readonly histogram: readonly number[];
  /** The other cluster that its scored rows are nearest to, by mean distance; null without one. */
  readonly neighbor: number | null;
}

export interface Silhouette {
  readonly mean: number;
  /** Rows scored; all labelled rows when exact. */
  readonly rows: number;
  /** Standard error of the mean; 0 when exact. */
  readonly error: number;
  readonly clusters: readonly ClusterSilhouette[];
  readonly byRow: RowSilhouettes;
}

const BINS = 40;

/**
 * The silhouette (Rousseeuw, 1987) of labelled rows, as scikit-learn defines it: (b − a) / max(a, b)
 * with a the mean distance to the n_c − 1 others of the own cluster, b the least mean distance to
 * another cluster, 0 for a row alone in its cluster. Noise is left out. Null when undefined
 * (clusters < 2 or > rows − 1).
 *
 * Exact up to `sampleRows` labelled rows (to fewer from 800 clusters on, to bound memory), but for
 * rounding: distances are f32, sums right to (columns / 2 + 19) · 2⁻²⁴ of themselves, in practice to
 * about 1e-8. Costs rows² × columns / 2, and rows × (columns × 8 + clusters × 16) bytes, never
 * rows². Above, a sample stratified by cluster stands in for both the rows scored and the rows
 * measured to: every cluster gives the same number of rows (all, if it has fewer), so that small
 * ones are not lost. The mean is Σ (n_c / n) · mean_c, its standard error
 * √Σ (n_c / n)² (1 − r_c / n_c) s_c² / r_c over clusters of n_c rows, r_c of them scored with
 * variance s_c² (Cochran, Sampling Techniques, 5.3). The error is that of drawing the scored rows; a
 * and b of each are estimates too, from r_c rows a cluster. Throws `clusters-need-memory` for
 * thousands of clusters.
 */
export async function* scoreSilhouette(
  matrix: Matrix,
  labels: Int32Array,
  options: {
    readonly clusters: number;
    readonly sampleRows: number;
    readonly seed: number;
    readonly createShards: (matrix: Matrix) => Promise<Shards>;
  },
): Job<Silhouette | null, never> {
  const { clusters, sampleRows, seed } = options;
  const progress = (done: number) => ({ done, total: 1, phase: 'silhouette' }) as const;
  const drawing = sampleForSilhouette(labels, clusters, { sampleRows, seed });
  const sample = yield* paced(drawing, progress(0));
  const rows = sample.sizes.reduce((sum, size) => sum + size, 0);
  if (!isComparable(clusters, rows)) return null;
  const chosen = rowsOf(matrix, sample.rows);
  const shards = await options.createShards(chosen);
  try {
    const work = shards.sumPairDistances(chosen.values, sample.ends);
    const sums = yield* follow(work, progress);
    return yield* paced(summarize(sample, sums), progress(1));
  } finally {
    shards.release();
  }
}

function* summarize(
  sample: SilhouetteSample,
  sums: Float64Array,
): Generator<void, Silhouette, void> {
  const { sizes, ends } = sample;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const byRow = yield* silhouetteOfRows(sample, sums);
  const clusters: ClusterSilhouette[] = [];
  let mean = 0;
  let variance = 0;
  for (const [cluster, size] of sizes.entries()) {
    yield;
    const values = byRow.values.subarray(ends[cluster - 1] ?? 0, ends[cluster]);
    const taken = values.length;
    const own = { size, histogram: histogramOf(values), mean: taken > 0 ? meanOf(values) : null };
    clusters.push({ ...own, neighbor: neighborOf(sample, sums, cluster) });
    if (own.mean === null) continue;
    mean += (size / total) * own.mean;
    const isWhole = taken === size;
    variance += isWhole
      ? 0
      : (size / total) ** 2 * (1 - taken / size) * (varianceOf(values) / taken);
  }
  return { mean, rows: sample.rows.length, error: Math.sqrt(variance), clusters, byRow };
}

/** The other cluster with the least mean distance from the scored rows of this one. */
function neighborOf(
  { ends }: SilhouetteSample,
  sums: Float64Array,
  cluster: number,
): number | null {
  const rows = ends.at(-1) ?? 0;
  const begin = ends[cluster - 1] ?? 0;
  const end = ends[cluster]!;
  let nearest: number | null = null;
  let least = Infinity;
  for (let c = 0; c < ends.length; c++) {
    const count = ends[c]! - (ends[c - 1] ?? 0);
    if (c === cluster || count === 0 || begin === end) continue;
    let distance = 0;
    for (let row = begin; row < end; row++) distance += sums[c * rows + row]!;
    distance /= count;
    if (distance >= least) continue;
    least = distance;
    nearest = c;
  }
  return nearest;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Variance with n − 1; 0 for a single value. */
function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.length > 1 ? squares / (values.length - 1) : 0;
}

function histogramOf(values: Float64Array): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.floor(((value + 1) / 2) * BINS);
    counts[Math.max(0, Math.min(BINS - 1, bin))]!++;
  }
  return counts;
}
