import type { Neighbors } from './neighbors';

/**
 * Work on shards: an async generator that yields after each block of rows (with the share done,
 * 0 … 1, never falling), so that whoever drives it may stop in between. Stopping early leaves the
 * labels as the last finished `assign` or `label` made them.
 */
export type ShardWork<T> = AsyncGenerator<number, T, void>;

/** What one assignment of every row to its nearest centroid brings back. */
export interface Assignment {
  /** Sum of the rows of each cluster, row-major clusters × columns. */
  readonly sums: Float64Array;
  /** Rows of each cluster. */
  readonly counts: Int32Array;
  /** Sum of the squared distances to the nearest centroid, right to 1e-9 of itself. */
  readonly inertia: number;
  /** Rows whose label differs from the labels before. */
  readonly changed: number;
}

/** What one assignment of every row to the centre of least absolute differences brings back. */
export interface AbsoluteAssignment {
  /** Rows of each cluster. */
  readonly counts: Int32Array;
  /** Rows that each cluster gained or lost; with none it is what it was. */
  readonly moved: Int32Array;
  /** Sum of the absolute differences of all rows from their centres, over all columns. */
  readonly cost: number;
}

/** A row far from its centroid. */
export interface FarRow {
  readonly row: number;
  readonly label: number;
  readonly squaredDistance: number;
  readonly values: Float32Array;
}

/** Rows with their values, row-major. */
export interface ChosenRows {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/** What one pass over labelled rows brings back, by cluster. */
export interface LabelTotals {
  /** Sum of the rows, row-major clusters × columns. */
  readonly sums: Float64Array;
  /** Rows. */
  readonly counts: Int32Array;
  /** Squared and plain Euclidean distances of the rows to the cluster's centroid, summed. */
  readonly squared: Float64Array;
  readonly distances: Float64Array;
  /**
   * Simplified silhouettes of the rows, summed: (b − a) / max(a, b) with a the distance to the
   * centroid of the own cluster, b the least to another; 0 where both are 0 or there is no other.
   */
  readonly silhouettes: Float64Array;
}

/**
 * The port to a matrix cut into a fixed number of row shards (the number depends
 * on the matrix only, never on the workers). Each step sends out a little and
 * brings back partial results, which are added in shard order, so that the
 * answer is bit-identical on any number of workers.
 *
 * Points are f32; distances and sums are f64 arithmetic. Centroids are row-major
 * clusters × columns. One piece of work at a time; the caller keeps the order.
 */
export interface Shards {
  readonly rows: number;
  readonly columns: number;

  /** Labels every row with its nearest centroid (ties: the lower index) and sums up the clusters. */
  readonly assign: (centroids: Float64Array) => ShardWork<Assignment>;
  /** The mean of all rows, and their inertia about it. */
  readonly moments: () => ShardWork<{ readonly mean: Float64Array; readonly inertia: number }>;
  /** Sum of the squared distances of labelled rows to the centroids of their labels, row by row. */
  readonly inertia: (centroids: Float64Array) => ShardWork<number>;
  /** Takes these labels, one a row (−1: noise), instead of those of an assignment. */
  readonly label: (labels: Int32Array) => ShardWork<void>;
  /** A copy of the labels that the last finished `assign` or `label` made. */
  readonly labels: () => ShardWork<Int32Array>;
  /** Sums the rows of each cluster by the present labels. */
  readonly sumByLabel: (
    clusters: number,
  ) => ShardWork<{ readonly sums: Float64Array; readonly counts: Int32Array }>;
  /** Measures the rows by the present labels against a centroid for each, in one pass. */
  readonly measure: (centroids: Float64Array) => ShardWork<LabelTotals>;
  /** The rows farthest from the centroid of their label, farthest first; ties: the lower row. */
  readonly farthest: (centroids: Float64Array, count: number) => ShardWork<readonly FarRow[]>;

  /** Labels every row with the centre of least absolute differences (ties: the lower index). */
  readonly assignAbsolute: (centers: Float64Array) => ShardWork<AbsoluteAssignment>;
  /**
   * The exact median of each column over the rows of each cluster that is `wanted` (1, else 0), by
   * the present labels: row-major clusters × columns; the mean of the two middle values where their
   * number is even, 0 where there is none.
   */
  readonly medians: (wanted: Int32Array) => ShardWork<Float64Array>;
  /** Squared distances of every row to every centroid, rows × clusters, rounded to f32. */
  readonly distancesToAll: (centroids: Float64Array) => ShardWork<Float32Array>;

  /** Values of these rows, row-major. */
  readonly rowsAt: (rows: Uint32Array) => ShardWork<Float32Array>;
  /**
   * Takes points (row-major, at least one) into the set of seeds: the weight of a row is its squared
   * distance to the nearest of them, exactly 0 for a row that equals one and otherwise right to
   * about 1e-6 of itself. `isFirst` empties the set before. Returns the sum of the weights, which
   * costs no look at the rows for a candidate weighed last. Work on seeds that was stopped early
   * has to begin anew with `isFirst`.
   */
  readonly addSeeds: (points: Float64Array, isFirst: boolean) => ShardWork<number>;
  /** The sum of the weights that each candidate (row-major) would leave, were it added. */
  readonly weighSeeds: (candidates: Float64Array) => ShardWork<Float64Array>;
  /**
   * For each share (0 ≤ share < 1) the row where the running sum of the weights, in row order,
   * passes that share of their total; never a row of weight zero unless all are.
   */
  readonly drawRows: (shares: readonly number[]) => ShardWork<ChosenRows>;
  /** The row of the largest weight; of equal ones the lowest. */
  readonly heaviestRow: () => ShardWork<ChosenRows>;

  /**
   * Sum of the Euclidean distances from each of `points` to those of each group: group-major
   * groups × points, right to (columns / 2 + 19) · 2⁻²⁴ of itself. `points` are any rows with the
   * columns of the matrix, row-major and sorted by group; group g ends before `ends[g]`. Measures
   * each pair once; holds the points twice and twice the sums.
   */
  readonly sumPairDistances: (points: Float32Array, ends: Int32Array) => ShardWork<Float64Array>;

  /** Questions about neighbours among all rows. */
  readonly neighbors: Neighbors;

  /** Frees the memory of the shards; using them afterwards is a bug. */
  readonly release: () => void;
}

/**
 * Values (rows × columns) a shard holds at least, unless the matrix has fewer: sending work out
 * should not count.
 */
const LEAST_VALUES = 65_536;
/** Shards that share out evenly over any usual number of workers. */
const USUAL_SHARDS = 16;
/**
 * Values beyond which there are more shards than that: work on one should be a block that one can
 * wait for. Each costs a step's partial sums, so there are no more than needed.
 */
const MANY_VALUES = 2 ** 19;
const MAX_SHARDS = 64;

/** Where each shard begins, and the number of rows as the last entry; depends on the sizes only. */
export function shardBounds(rows: number, columns: number): readonly number[] {
  const values = rows * columns;
  const usual = Math.min(Math.ceil(values / LEAST_VALUES), USUAL_SHARDS);
  const wanted = Math.max(usual, Math.min(Math.ceil(values / MANY_VALUES), MAX_SHARDS));
  const shards = Math.max(1, Math.min(wanted, rows));
  return Array.from({ length: shards + 1 }, (_, shard) => Math.floor((rows * shard) / shards));
}
