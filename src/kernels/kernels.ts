/**
 * The instruction set of the hot loops. Arguments are byte offsets into `memory`, counts and
 * numbers, in the order inputs, outputs, range, sizes; rows are a half-open range [from, to), so
 * that the caller may stop between blocks. Points are row-major f32 and finite; labels i32 with −1
 * for noise; all else f64. "Packed" points lie four abreast, see `packPoints`.
 */
export interface Kernels {
  /** Its `buffer` is replaced whenever memory grows: create views after the last `reserve`. */
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** Sets bytes aside and returns their offset, a multiple of 64; 0 when there is no room. */
  readonly reserve: (bytes: number) => number;
  /** Forgets everything set aside. */
  readonly reset: () => void;

  /** Labels rows by their nearest point (ties: the lower index); returns the sum of the squared distances. */
  readonly assignNearest: (
    points: number,
    packed: number,
    labels: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
  ) => number;
  /** Adds each row to `sums` (clusters × columns) and `counts` (i32) of its label. */
  readonly sumByLabel: (
    points: number,
    labels: number,
    sums: number,
    counts: number,
    from: number,
    to: number,
    columns: number,
  ) => void;
  /** Writes the squared distance of each row to the centroid of its label; 0 for noise. */
  readonly distancesToLabel: (
    points: number,
    centroids: number,
    labels: number,
    distances: number,
    from: number,
    to: number,
    columns: number,
  ) => void;
  /** Lowers each weight to the squared distance to `point` where that is less; returns their sum. */
  readonly lowerWeights: (
    points: number,
    point: number,
    weights: number,
    from: number,
    to: number,
    columns: number,
  ) => number;
  /** Adds to `totals` what `lowerWeights` would return for each packed candidate; weights stay. */
  readonly sumLowered: (
    points: number,
    packed: number,
    weights: number,
    totals: number,
    from: number,
    to: number,
    candidates: number,
    columns: number,
  ) => void;
  /** Adds to `sums` (`stride` values a row) the Euclidean distances to all packed `others`. */
  readonly sumDistances: (
    points: number,
    packed: number,
    sums: number,
    from: number,
    to: number,
    others: number,
    columns: number,
    stride: number,
  ) => void;
}

/** Values that `packPoints` writes for this many points. */
export function packedLength(count: number, columns: number): number {
  return Math.ceil(count / 4) * 4 * columns;
}

/**
 * Lays row-major points out for SIMD: groups of four, value j of the four side by side. Places that
 * the last group leaves over get Infinity, which is nearest to nothing.
 */
export function packPoints(points: ArrayLike<number>, columns: number, into: Float64Array): void {
  const count = points.length / columns;
  into.fill(Infinity, 0, packedLength(count, columns));
  for (let p = 0; p < count; p++) {
    const start = (p >> 2) * 4 * columns + (p & 3);
    for (let j = 0; j < columns; j++) into[start + j * 4] = points[p * columns + j]!;
  }
}
