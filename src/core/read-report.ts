/** How a dropped file is to be read; `auto` lets the reader decide. */
export interface ReadOptions {
  readonly encoding: string;
  readonly delimiter: string;
}

/** What reading found out beside the rows; the `load` cell shows it. */
export interface ReadReport {
  readonly encoding: string;
  readonly delimiter: string;
  /** Data rows in the file, read or not. */
  readonly rowsInFile: number;
  readonly rowsRead: number;
  readonly sizeBytes: number;
  /** The first damaged lines (at most 100) and how many there are in all. */
  readonly damaged: readonly DamagedLine[];
  readonly damagedCount: number;
  /** Decisions of the reader that people should know of. */
  readonly notes?: readonly ReadNote[];
}

/**
 * `not-utf-8` {encoding}: the file began like UTF-8 and was read again in another encoding;
 * `no-header`; `lines-above` {lines}: skipped above the header; `blank-lines` {lines};
 * `empty-columns` {columns}: without name and values, left out; `date-order-unknown` {column}.
 */
export interface ReadNote {
  readonly code: string;
  readonly facts: Readonly<Record<string, number | string>>;
}

export interface DamagedLine {
  /** 1-based data row as the user counts them; the header is not counted. */
  readonly row: number;
  /** 1-based column, when one column is to blame. */
  readonly column?: number;
  /** A code with words in `locale/`: `too-few-values`, `too-many-values`, `unclosed-quote`, `invalid-bytes`, … */
  readonly reason: string;
  /** The beginning of the line, at most 200 characters. */
  readonly text: string;
}
