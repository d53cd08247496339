/** How the columns of a text are cut and what each is expected to hold. */
export interface RecordForm {
  /** ASCII byte values. */
  readonly delimiter: number;
  readonly quote: number;
  readonly newline: number;
  /** A byte a column: 1 where plain numbers are expected, 0 for text. */
  readonly kinds: Uint8Array;
}

/** The numbers of one column, NaN where the cell is empty. */
export interface NumberCells {
  readonly values: Float64Array;
  readonly empty: number;
  /** False: no value has decimals, or is negative. */
  readonly hasDecimals: boolean;
  readonly hasMinus: boolean;
}

/** The cells of one column, one behind the other, and where each ends. */
export interface TextCells {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Records read in one go, column by column; views that hold until the next call of anything here. */
export interface RecordBlock {
  readonly records: number;
  /** Where the first record begins that was not read. */
  readonly next: number;
  readonly numbers: (column: number) => NumberCells;
  readonly texts: (column: number) => TextCells;
}

/** A text that was laid out. */
export interface OpenText {
  /** Holds until the next `open`. */
  readonly bytes: Uint8Array;
  readonly kind: 'ascii' | 'utf-8' | 'not-utf-8';
}

/** The port to compiled code that reads simple records fast; without it the careful reader does all. */
export interface RecordReader {
  /**
   * Lays out a text that comes in pieces, to be cut into so many columns; a text that goes on after
   * them may end within a character.
   */
  readonly open: (
    pieces: readonly Uint8Array[],
    how: { readonly columns: number; readonly goesOn: boolean },
  ) => OpenText;
  /**
   * Reads records from a place on until one is not simple (or there is no room for more): with
   * another number of cells, doubled quotes, or anything but a plain number where one is expected.
   */
  readonly read: (from: number, form: RecordForm) => RecordBlock;
}
