/** Kernels that make features of columns; see `Kernels` for how arguments stand. */
export interface PackKernels {
  /**
   * Writes rows of `count` columns (f64, `stride` values apart) side by side as row-major f32:
   * (value − center) / divisor; `scales` holds filling (for NaN), center and divisor of each column.
   * Returns 1 when all are finite, else 0.
   */
  readonly packColumns: (
    columns: number,
    scales: number,
    into: number,
    from: number,
    to: number,
    count: number,
    stride: number,
  ) => number;
  /**
   * Adds to three `sums` how many values are present (not NaN), their differences from `origin`, and
   * the squares of these.
   */
  readonly sumColumn: (
    values: number,
    sums: number,
    from: number,
    to: number,
    origin: number,
  ) => void;
}
