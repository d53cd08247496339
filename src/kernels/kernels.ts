import type { PackKernels } from './pack-kernels';

/**
 * The instruction set of the hot loops. Arguments are byte offsets into `memory`, counts and
 * numbers, in the order inputs, outputs, range, sizes; rows are a half-open range [from, to), so
 * that the caller may stop between blocks. Points are row-major f32 and finite; labels i32 with −1
 * for noise; all else f64. "Packed" points lie four abreast, see `packing.ts`.
 */
export interface Kernels extends PackKernels {
  /** Its `buffer` is replaced whenever memory grows: create views after the last `reserve`. */
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** Sets bytes aside, all zero, and returns their offset, a multiple of 64; 0 when there is no room. */
  readonly reserve: (bytes: number) => number;
  /** Forgets everything set aside. */
  readonly reset: () => void;

  /**
   * Writes for each column the sum of its values, of their squared differences from their mean, the
   * largest size of a value, and how many are below 2⁻²⁴ of that but not 0. At least one row.
   */
  readonly columnMoments: (
    points: number,
    sums: number,
    squares: number,
    largest: number,
    tiny: number,
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
  /** Writes the rows as 16-bit codes, the step of each and its squared norm from `center`. */
  readonly encodeRows: (
    points: number,
    center: number,
    codes: number,
    steps: number,
    squares: number,
    from: number,
    to: number,
    columns: number,
    unit: number,
  ) => void;
  /** Writes centroids as codes and terms for `assignByGroups`; `room` is for a row of f64. */
  readonly encodeCentroids: (
    centroids: number,
    center: number,
    codes: number,
    terms: number,
    room: number,
    clusters: number,
    columns: number,
    unit: number,
  ) => void;
  /**
   * Lists, in order, the rows whose label may change by their bounds for groups of four centroids,
   * with a mask of those groups for each; returns how many. `from` is a multiple of 16, and so is
   * the room of `masks`.
   */
  readonly listByGroups: (
    labels: number,
    nears: number,
    bounds: number,
    paths: number,
    groupPaths: number,
    rows: number,
    masks: number,
    from: number,
    to: number,
    groups: number,
    words: number,
  ) => number;
  /**
   * Finds the nearest centroid of rows that `listByGroups` listed, by codes, and sets their bounds;
   * returns how many groups were looked at.
   */
  readonly assignByGroups: (
    points: number,
    codes: number,
    steps: number,
    squares: number,
    centroids: number,
    groupCodes: number,
    terms: number,
    paths: number,
    groupPaths: number,
    rows: number,
    masks: number,
    labels: number,
    room: number,
    found: number,
    bounds: number,
    nears: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
    words: number,
    unit: number,
  ) => number;
  /**
   * `assignListed` for few centroids of few columns, with one `drift` for all labels, see
   * `listBelow`. `rows` and `found` have room for eight more than there are.
   */
  readonly assignFew: (
    points: number,
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
   * changes from the old cluster (none if −1) to the new one in counts (i32) and in sums of
   * `parts` parts (see `sumSteps`), which only `readSums` can read. Returns how many moved; these
   * are then the first ones of the list.
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
    parts: number,
  ) => number;
  /** Writes the sums that `moveListed` keeps: one rounding each. */
  readonly readSums: (
    high: number,
    low: number,
    counts: number,
    steps: number,
    sums: number,
    clusters: number,
    columns: number,
    parts: number,
  ) => void;
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
  /**
   * Adds to the three `totals` of its label each row's squared distance to the label's centroid, the
   * distance, and its simplified silhouette; centroids are packed, noise is left out.
   */
  readonly measureByLabel: (
    points: number,
    packed: number,
    labels: number,
    totals: number,
    from: number,
    to: number,
    clusters: number,
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
  /**
   * Adds to `sumsA` the Euclidean distances from each row of `a` to all rows of `b`, and to `sumsB`
   * the other way round; both lie in quads (`packQuads`). With `a` = `b` and `sumsA` = `sumsB` the
   * distances within.
   */
  readonly sumPairs: (
    a: number,
    b: number,
    sumsA: number,
    sumsB: number,
    rowsA: number,
    rowsB: number,
    columns: number,
  ) => void;
  /**
   * Labels rows with the packed centre of least absolute differences, added over the columns (ties:
   * the lower index), and returns the sum of what these come to.
   */
  readonly assignAbsolute: (
    points: number,
    packed: number,
    labels: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
  ) => number;
  /**
   * For each wanted cluster and column, counts each digit (of `bits` bits, at `shift`) of the order
   * keys whose digits above are the prefix; see `orderKey`. `wanted` (i32) is 0 or 1 a cluster,
   * `prefixes` (u32) one a cluster and column, `counts` (i32) 2^bits for each of these.
   */
  readonly countDigits: (
    points: number,
    labels: number,
    wanted: number,
    prefixes: number,
    counts: number,
    from: number,
    to: number,
    columns: number,
    shift: number,
    bits: number,
  ) => void;
  /** For each wanted cluster and column, lowers `found` to the least order key above that of `keys`. */
  readonly leastAbove: (
    points: number,
    labels: number,
    wanted: number,
    keys: number,
    found: number,
    from: number,
    to: number,
    columns: number,
  ) => void;
  /** Writes the squared distances to all packed centroids as f32, rows × clusters. */
  readonly distancesToAll: (
    points: number,
    packed: number,
    distances: number,
    from: number,
    to: number,
    clusters: number,
    columns: number,
  ) => void;
}
