/** Kernels over bytes of text; see `Kernels` for how arguments stand. */
export interface TextKernels {
  /** 1 when no byte of `text` is above 127. */
  readonly isAscii: (text: number, length: number) => number;
  /**
   * Cuts text [from, to) into records and reads them column by column until one is not simple; the
   * byte at `to` must be zero. Returns how many, and stores where the next begins (i32) at `told`,
   * behind it an i32 a column: 1 where it saw decimals.
   */
  readonly scanRecords: (
    text: number,
    from: number,
    to: number,
    delimiter: number,
    quote: number,
    newline: number,
    kinds: number,
    columns: number,
    cells: number,
    capacity: number,
    told: number,
  ) => number;
}

/** Their names; what they do is specified by the careful reader of `table/read`. */
export const TEXT_KERNELS = [
  'isAscii',
  'scanRecords',
] as const satisfies readonly (keyof TextKernels)[];
