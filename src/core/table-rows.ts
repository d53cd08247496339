import type { ProblemReport } from './problem';
import type { ColumnMeta } from './values';
import type { Language } from './words';

/** Columns are named by id here: what is asked lives as long as the page, never in a document. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** What a row must have in a column to be seen. Missing values pass `missing` only. */
export type ColumnFilter =
  /** Holds this text, upper and lower case alike. */
  | { readonly kind: 'contains'; readonly text: string }
  /** Is exactly this text, as `textOf` writes values. */
  | { readonly kind: 'equals'; readonly text: string }
  /** Numbers, or milliseconds since 1970 for dates; both ends belong to it, null is open. */
  | { readonly kind: 'range'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'present' };

export interface NamedFilter {
  readonly column: string;
  readonly filter: ColumnFilter;
}

/** Which rows of a table are seen, and in which order. */
export interface RowsView {
  /** The first key decides, the next among equals; rows equal in all keep the order of the table. */
  readonly sort: readonly SortKey[];
  /** All must hold. */
  readonly filters: readonly NamedFilter[];
  /** A text that some column must hold; empty: none. */
  readonly search: string;
  /** Categories are sorted as this language sorts words. */
  readonly language: Language;
}

/** Positions `[from, to)` in the view; what lies beyond its end is left out. */
interface Stretch {
  readonly view: RowsView;
  readonly from: number;
  readonly to: number;
  readonly columns: readonly string[];
}

export type RowsAsk =
  | { readonly kind: 'shape' }
  | ({ readonly kind: 'window' } & Stretch)
  | { readonly kind: 'summaries'; readonly columns: readonly string[] }
  /** Tab-separated, for a spreadsheet. */
  | ({ readonly kind: 'copy'; readonly hasHeading: boolean } & Stretch)
  /** The whole text of one value. */
  | {
      readonly kind: 'text';
      readonly view: RowsView;
      readonly position: number;
      readonly column: string;
    }
  /** The next row after a position, round the end, that lacks a value in this column. */
  | {
      readonly kind: 'next-missing';
      readonly view: RowsView;
      readonly column: string;
      readonly after: number;
    }
  /** Where a row of the table, from 0, stands in the view. */
  | { readonly kind: 'position'; readonly view: RowsView; readonly tableRow: number };

/** Texts longer than this are cut in a window; the value then ends in an ellipsis. */
export const LONGEST_TEXT = 400;

/** The values of a column in the rows of a window. */
export type WindowCells =
  /** Missing is NaN. */
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** As `textOf` writes values, dates as ISO; missing is null, which an empty text is not. */
  | { readonly kind: 'text'; readonly values: readonly (string | null)[] };

export interface RowsWindow {
  readonly kind: 'window';
  /** Rows in view. */
  readonly rows: number;
  readonly from: number;
  /** The row of the table at each position, from 0. */
  readonly tableRows: Uint32Array;
  /** In the order asked for. */
  readonly columns: readonly WindowCells[];
}

/** The little that the head of a column says of all its rows, whatever is in view. */
export interface ColumnGlance {
  readonly column: string;
  readonly missing: number;
  /** Null: more than were counted. */
  readonly distinct: number | null;
  /** Of numbers and dates that are there. */
  readonly range: { readonly min: number; readonly max: number } | null;
  /** Decimals that show every number in full, at most six. */
  readonly decimals: number;
  /** Rows in equal bins of the range, on a log10(1 + x − min) axis where most of a linear one is empty. */
  readonly bins: readonly number[];
  readonly scale: 'linear' | 'log';
  /** The most frequent values of the other types, most frequent first; empty when they were too many. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

export type RowsGiven =
  | { readonly kind: 'shape'; readonly rows: number; readonly columns: readonly ColumnMeta[] }
  | RowsWindow
  | { readonly kind: 'summaries'; readonly glances: readonly ColumnGlance[] }
  | { readonly kind: 'copy'; readonly text: string; readonly rows: number }
  | { readonly kind: 'text'; readonly text: string | null }
  /** A position in the view; null: there is none. */
  | { readonly kind: 'found'; readonly position: number | null };

export type TableRows =
  | { readonly status: 'done'; readonly given: RowsGiven }
  | { readonly status: 'failed'; readonly problem: ProblemReport }
  | { readonly status: 'cancelled' };
