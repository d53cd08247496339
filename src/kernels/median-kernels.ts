/** Centres of least absolute differences: assigning to them, and medians digit by digit. */
export interface MedianKernels {
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
}
