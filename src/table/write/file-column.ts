import type { ColumnType } from '../../core/values';

/** Values of one column in some rows; what is missing is NaN, −1 or null. */
export type Cells =
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** Milliseconds since 1970, UTC. */
  | { readonly kind: 'date'; readonly values: Float64Array }
  /** 1, 0, and −1 for missing. */
  | { readonly kind: 'boolean'; readonly values: Int8Array }
  /** Indices into `levels`, which are the same list in every piece of the column. */
  | { readonly kind: 'category'; readonly codes: Int32Array; readonly levels: readonly string[] }
  | { readonly kind: 'text'; readonly values: readonly (string | null)[] };

/** A column of a file that is being written. */
export interface FileColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: string;
  /** The values of these rows of the table, which must ascend. The caller owns what it gets. */
  readonly read: (rows: Uint32Array) => Cells;
}

/** What a writer is to write: these rows of these columns, all equally long. */
export interface FileTable {
  readonly columns: readonly FileColumn[];
  /** Rows of the table, ascending. */
  readonly rows: Uint32Array;
}

/** Cells that are written without a pause: some ten milliseconds. */
const CELLS_A_PIECE = 32_768;

/** The rows in pieces that take about equally long, however many columns there are. */
export function* piecesOf(
  { columns, rows }: FileTable,
  cells = CELLS_A_PIECE,
): Generator<{ readonly rows: Uint32Array; readonly done: number }, void> {
  const length = Math.max(1, Math.floor(cells / Math.max(1, columns.length)));
  for (let from = 0; from < rows.length; from += length) {
    const piece = rows.subarray(from, from + length);
    yield { rows: piece, done: from + piece.length };
  }
}
