/** Assigning rows to their nearest centroids, and what an iteration needs besides. */
export interface KMeansKernels {
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
}
