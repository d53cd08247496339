/** How the numbers of one column become a feature: (value − center) / divisor. */
export interface Scaling {
  /** What takes the place of a missing value (NaN); NaN when none may be missing. */
  readonly filling: number;
  readonly center: number;
  readonly divisor: number;
}

/** The port to what writes columns side by side; compiled or plain, it gives the same bits. */
export interface Packer {
  /**
   * Writes the first `rows` numbers of each column, scaled by the entry of `scalings` at its place,
   * as row-major f32 from the beginning of `into`. False when any of them is not finite. Columns hold
   * at most `PACK_ROWS` numbers.
   */
  readonly pack: (
    block: { readonly columns: readonly Float64Array[]; readonly rows: number },
    scalings: readonly Scaling[],
    into: Float32Array,
  ) => boolean;
}

/** Rows in a block: their columns and features stay in the processor's cache. */
export const PACK_ROWS = 4096;
