/** Kernels over bytes of text; see `Kernels` for how arguments stand. */
export interface TextKernels {
  /** What text is: 0 no UTF-8, 1 ASCII, 2 other UTF-8; with `goesOn` ≠ 0 it may end within a character. */
  readonly checkUtf8: (text: number, length: number, goesOn: number) => number;
  /**
   * Cuts text [from, to) into records and reads them column by column until one is not simple. Returns
   * how many, and stores where the next begins (i32) at `told`, behind it two i32 a column: flags (1 saw
   * decimals, 2 saw a minus), and how many are empty (NaN). Reads up to 64 bytes beyond; `marks` has room
   * for 65,664 u32.
   */
  readonly scanRecords: (
    text: number,
    from: number,
    to: number,
    delimiter: number,
    quote: number,
    newline: number,
    marks: number,
    kinds: number,
    columns: number,
    cells: number,
    capacity: number,
    told: number,
  ) => number;
  /**
   * Copies `count` cells (two i32 each at `spans`) one behind the other to `into` and stores where each
   * ends (u32) at `ends`; returns how many bytes. Reads and writes up to 16 bytes beyond the last.
   */
  readonly packSpans: (
    text: number,
    spans: number,
    count: number,
    into: number,
    ends: number,
  ) => number;
}

/** Their names; what they do is specified by the careful reader of `table/read`. */
export const TEXT_KERNELS = [
  'checkUtf8',
  'scanRecords',
  'packSpans',
] as const satisfies readonly (keyof TextKernels)[];
