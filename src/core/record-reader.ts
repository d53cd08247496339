/** How the columns of a text are cut and what each is expected to hold. */
export interface RecordForm {
  /** ASCII byte values. */
  readonly delimiter: number;
  readonly quote: number;
  readonly newline: number;
  /** A byte a column: 1 where plain numbers are expected, 0 for text. */
  readonly kinds: Uint8Array;
}

/** Records read in one go, column by column; views that hold until the next `read`. */
export interface RecordBlock {
  readonly records: number;
  /** Where the first record begins that was not read. */
  readonly next: number;
  /** Of a column of numbers: its values, NaN where the cell is empty. */
  readonly numbers: (column: number) => Float64Array;
  /** Of a column of text: where each cell begins and ends, in pairs. */
  readonly spans: (column: number) => Int32Array;
  /** False: no number of the column has decimals. */
  readonly hasDecimals: (column: number) => boolean;
}

/** The port to compiled code that reads simple records fast; without it the careful reader does all. */
export interface RecordReader {
  /** Lays out a text, all of it until the next; true when it is ASCII throughout. */
  readonly open: (text: Uint8Array) => boolean;
  /**
   * Reads records from a place on until one is not simple (or there is no room for more): with
   * another number of cells, doubled quotes, or anything but a plain number where one is expected.
   */
  readonly read: (from: number, form: RecordForm) => RecordBlock;
}
