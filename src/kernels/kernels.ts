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

  /**
   * Writes for each column the sum of its values, of their squared differences from their mean, and
   * the largest size of a value. Takes at least one row.
   */
  readonly columnMoments: (
    points: number,
    sums: number,
    squares: number,
    largest: number,
    from: number,
    to: number,
    columns: number,
  ) => void;
  /** Writes an upper bound of the norm of each row as f32. */
  readonly rowNorms: (
    points: number,
    norms: number,
    from: number,
    to: number,
    columns: number,
  ) => void;
  /**
   * Finds the nearest centroid (ties: the lower index) of each of the `rows` listed at [from, to):
   * its index goes to the same place of `found`, and to the row's place of `slacks` (f32) how much
   * farther the second nearest is at least, plus the label's drift. `screen` is made by
   * `packScreen`; `tile` is room for `tileLength` values; `reach` is at least each centroid's norm.
   */
  readonly assignListed: (
    points: number,
    norms: number,
    packed: number,
    screen: number,
    rows: number,
    drifts: number,
    tile: number,
    found: number,
    slacks: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
    reach: number,
  ) => void;
  /**
   * `assignListed` for few centroids of few columns, with one `drift` for all labels, see
   * `listBelow`.
   */
  readonly assignFew: (
    points: number,
    norms: number,
    packed: number,
    screen: number,
    rows: number,
    tile: number,
    found: number,
    slacks: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
    reach: number,
    drift: number,
  ) => void;
  /**
   * Lists, in order, the rows whose slack is not above `drift`; returns how many. `blocks` (an f32
   * for 16 rows) spares looking at rows again. `from` is a multiple of 16, `slacks` ends with
   * Infinity up to such a multiple, and `rows` has room for eight more than there are.
   */
  readonly listBelow: (
    slacks: number,
    blocks: number,
    rows: number,
    from: number,
    to: number,
    drift: number,
  ) => number;
  /**
   * Lists, in order, the rows whose slack is not above the drift (f32) of their label; returns how
   * many. `blocks` (an f32 for 16 rows) spares looking at rows again; `drift` is what any label
   * may have drifted. `from` is a multiple of 16.
   */
  readonly listUnsettled: (
    slacks: number,
    labels: number,
    drifts: number,
    blocks: number,
    rows: number,
    from: number,
    to: number,
    drift: number,
  ) => number;
  /**
   * Gives the rows listed at [from, to) the labels found for them, and moves those whose label
   * changes from the old cluster (none if −1) to the new one in counts (i32) and in two sums, of
   * the first and of the second part of each value; `steps` are made by `sumSteps`. Returns how
   * many moved; these are then the first ones of the list.
   */
  readonly moveListed: (
    points: number,
    rows: number,
    found: number,
    steps: number,
    labels: number,
    high: number,
    low: number,
    counts: number,
    from: number,
    to: number,
    columns: number,
  ) => number;
  /** Sum of the squared distances of labelled rows to the centroids of their labels. */
  readonly inertiaByLabel: (
    points: number,
    centroids: number,
    labels: number,
    from: number,
    to: number,
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
  /**
   * Lowers the weight (f32) of each row to its squared distance to the nearest of `seeds` points,
   * and writes to `totals` the sum of the weights and then for each of the candidates what it would
   * be were that one a seed too. `others` (f32, row-major) holds the seeds, then the candidates;
   * `tile` is room for `seedTileLength` values. `from` is a multiple of 8; places of `weights` from
   * the last row up to such a multiple are 0.
   */
  readonly weighSeeds: (
    points: number,
    others: number,
    weights: number,
    tile: number,
    totals: number,
    from: number,
    to: number,
    seeds: number,
    candidates: number,
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

/** Values that `packScreen` writes for this many centroids. */
export function screenLength(count: number, columns: number): number {
  return Math.ceil(count / 4) * 4 * (columns + 1);
}

/** Values (f32) in the tile that `assignListed` works in. */
export function tileLength(columns: number): number {
  return (columns + 1) * 8;
}

/** Values (f32) that `weighSeeds` works in. */
export function seedTileLength(candidates: number, columns: number): number {
  return columns * 8 + (candidates + 2) * 4;
}

/**
 * Lays centroids out for `assignListed`, in f32: groups of four, half their squared norms first and
 * then value by value. Places left over are farther than anything. Returns what no norm exceeds.
 */
export function packScreen(centroids: Float64Array, columns: number, into: Float32Array): number {
  const count = centroids.length / columns;
  const groupLength = 4 * (columns + 1);
  let largest = 0;
  into.fill(0, 0, screenLength(count, columns));
  for (let c = 0; c < Math.ceil(count / 4) * 4; c++) {
    const start = (c >> 2) * groupLength + (c & 3);
    let square = c < count ? 0 : Infinity;
    for (let j = 0; c < count && j < columns; j++) {
      const value = centroids[c * columns + j]!;
      into[start + (j + 1) * 4] = value;
      square += value * value;
    }
    into[start] = square / 2;
    if (c < count) largest = Math.max(largest, square);
  }
  return Math.sqrt(largest) * (1 + 2 ** -20);
}

/**
 * The steps that `moveListed` cuts values by, from the largest size in each column: for each column
 * 1.5 · 2⁵² of the first, then of the second. The first are so coarse that sums of all rows stay
 * below 2⁵² of them, the second are to the first as those are to the largest value.
 */
export function sumSteps(largest: Float64Array, rows: number): Float64Array {
  const columns = largest.length;
  const rowBits = exponentAbove(rows);
  const steps = new Float64Array(2 * columns);
  largest.forEach((size, j) => {
    const bits = exponentAbove(size) + rowBits;
    steps[j] = 1.5 * 2 ** bits;
    steps[columns + j] = 1.5 * 2 ** (bits + rowBits - 52);
  });
  return steps;
}

/** The least whole power of two above a number, at least 2⁻¹⁵⁰. */
function exponentAbove(value: number): number {
  let exponent = -150;
  while (2 ** exponent <= value) exponent++;
  return exponent;
}
