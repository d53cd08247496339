import type { ColumnType } from './values';

/** How a dropped file is to be read; `auto` lets the reader decide. */
export interface ReadOptions {
  /** Of text. */
  readonly encoding: string;
  /** Of delimited text. */
  readonly delimiter: string;
  /** Of a workbook, by name; empty: the first sheet with a table. */
  readonly sheet: string;
  /** 1-based line of the file or row of the sheet that names the columns; 0: none does. */
  readonly headerRow: number | 'auto';
  /** What a person says a column holds, by its name: values that do not fit become missing. */
  readonly types: Readonly<Record<string, ColumnType>>;
  /** Further words for a missing value, in every column. */
  readonly missing: readonly string[];
  /** By column: exactly these words are missing, beside an empty cell. */
  readonly missingIn: Readonly<Record<string, readonly string[]>>;
  /** Rows of totals at the end (合计, Total) are no customers. */
  readonly totals: 'leave-out' | 'keep';
  /** Read this many rows, drawn at random with `sampleSeed`, in the order of the file; 0: all. */
  readonly sampleRows: number;
  readonly sampleSeed: number;
}

/** Everything is found by the reader, every row is read. */
export const READ_AUTOMATICALLY: ReadOptions = {
  encoding: 'auto',
  delimiter: 'auto',
  sheet: '',
  headerRow: 'auto',
  types: {},
  missing: [],
  missingIn: {},
  totals: 'leave-out',
  sampleRows: 0,
  sampleSeed: 1,
};

export const READ_FORMATS = ['csv', 'json', 'ndjson', 'excel', 'parquet', 'arrow'] as const;
/** `csv`: text by lines, whatever delimits the values. */
export type ReadFormat = (typeof READ_FORMATS)[number];

/** What reading found out beside the rows; the `load` cell shows it. */
export interface ReadReport {
  readonly format: ReadFormat;
  /** The file was compressed (gzip). */
  readonly isPacked?: boolean;
  /** Of text. */
  readonly encoding?: string;
  /** Of delimited text. */
  readonly delimiter?: string;
  /** Of a workbook: its sheets in order, as large as they are filled, and the one that was read. */
  readonly sheets?: readonly SheetSize[];
  readonly sheet?: string;
  /** 1-based line or row with the names of the columns; 0: there is none. Text and sheets. */
  readonly headerRow?: number;
  /** The first lines or rows as they stand (at most 12): where the names of the columns may be. */
  readonly top?: readonly TopLine[];
  /** Data rows in the file, read or not; totals at the end are none. */
  readonly rowsInFile: number;
  readonly rowsRead: number;
  /** Set when only a sample of the rows was asked for. */
  readonly sampled?: { readonly rows: number; readonly of: number; readonly seed: number };
  /** Rows at the end that add up the others (at most 20) and were left out. */
  readonly totals?: readonly TotalRow[];
  /** Set when several files are read as one table: each with its rows, in order. */
  readonly files?: readonly { readonly name: string; readonly rows: number }[];
  readonly sizeBytes: number;
  /** The first damaged lines (at most 100) and how many there are in all. */
  readonly damaged: readonly DamagedLine[];
  readonly damagedCount: number;
  /** Decisions of the reader that people should know of. */
  readonly notes?: readonly ReadNote[];
}

/**
 * `not-utf-8` {encoding}: the file began like UTF-8 and was read again in another encoding;
 * `no-header`; `lines-above` {lines, text}: skipped above the header, and how they begin; `blank-lines` {lines};
 * `empty-columns` {columns}: without name and values, left out; `date-order-unknown` {column};
 * `date-order-assumed` {column}: the day comes first, for want of evidence;
 * `file-lacks` {file, columns}: columns of the others that this file has not;
 * `type-joined` {column, type}: files disagree on it, so it is read as this;
 * `units-differ` {column}: files give different units, so it has none;
 * `words-missing` {column, words, rows}: words that could be values were taken as missing;
 * `words-kept` {column, words, rows}: words that often mean missing are values here.
 */
export interface ReadNote {
  readonly code: string;
  readonly facts: Readonly<Record<string, number | string>>;
}

export interface TopLine {
  /** 1-based, blank lines counted. */
  readonly line: number;
  /** Its values, at most 120 characters. */
  readonly text: string;
}

export interface DamagedLine {
  /** The file's name, when several are read as one table. */
  readonly file?: string;
  /** 1-based data row as the user counts them; the header is not counted. */
  readonly row: number;
  /** 1-based column, when one column is to blame. */
  readonly column?: number;
  /** A code with words in `locale/`: `too-few-values`, `too-many-values`, `unclosed-quote`, `invalid-bytes`, … */
  readonly reason: string;
  /** The beginning of the line, at most 200 characters. */
  readonly text: string;
}

export interface SheetSize {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

export interface TotalRow {
  /** 1-based, as if it were a data row. */
  readonly row: number;
  /** The beginning of the line. */
  readonly text: string;
}
