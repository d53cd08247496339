import type { Table } from 'apache-arrow';
import type { Matrix } from './matrix';

/** What a column holds, as a person would say it. */
export type ColumnType = 'number' | 'boolean' | 'date' | 'category' | 'text' | 'identifier';

/**
 * A column of a table. `id` (`c0`, `c1`, …) is the name of the Arrow field;
 * `name` is what people see: unique and never empty within a table (the reader
 * turns empty names into "column 3" and repeats into "name (2)").
 * Physical Arrow types, all nullable: number Float64; boolean Bool; date
 * TimestampMillisecond (UTC); category Dictionary<Utf8, Int32>; text and
 * identifier Utf8. Read them through `table/column.ts`.
 */
export interface ColumnMeta {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  /** A unit stripped from the values while reading, e.g. `%` (value 12.5 for "12.5%") or `¥`. */
  readonly unit?: string;
}

export interface TableValue {
  readonly kind: 'table';
  readonly table: Table;
  readonly columns: readonly ColumnMeta[];
  readonly rows: number;
}

/**
 * One fitted step from a column to a feature, in the order applied; every number needed to
 * repeat it on new rows is here. `log` is ln(1 + (x − shift)).
 */
export type FittedStep =
  | { readonly kind: 'fill'; readonly rule: 'median' | 'mean' | 'mode'; readonly value: number }
  | { readonly kind: 'log'; readonly shift: number }
  | { readonly kind: 'yeo-johnson'; readonly lambda: number }
  | { readonly kind: 'standard'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'robust'; readonly median: number; readonly iqr: number }
  | { readonly kind: 'min-max'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-hot'; readonly level: string }
  /** 1 for a present value that is none of these levels: the rare levels together. */
  | { readonly kind: 'one-hot-rest'; readonly levels: readonly string[] }
  | { readonly kind: 'missing-flag' };

/** A column prepared as numbers: one column of the matrix. */
export interface Feature {
  /** Unique within a matrix, e.g. "spend" or "city = 北京". */
  readonly name: string;
  /** The id of the table column that it comes from. */
  readonly columnId: string;
  readonly steps: readonly FittedStep[];
}

export interface MatrixValue {
  readonly kind: 'matrix';
  readonly matrix: Matrix;
  readonly features: readonly Feature[];
  /** The table columns that the features were made from. */
  readonly columns: readonly ColumnMeta[];
  /** Table row of each matrix row; null when every table row is used, in order. */
  readonly rowIndex: Uint32Array | null;
  /** Rows of the table that the matrix was made from. */
  readonly tableRows: number;
}

/** The label of a row in no cluster. */
export const NOISE = -1;

/** Result of the clustering family: one label a matrix row, centroids in matrix units. */
export interface ClusteringValue {
  readonly kind: 'clustering';
  /** `0 … clusters − 1` without gaps, `NOISE` for outliers only; one a matrix row. */
  readonly labels: Int32Array;
  readonly clusters: number;
  readonly sizes: readonly number[];
  /** Row-major clusters × columns, in the units of the matrix. */
  readonly centroids: Float64Array;
  readonly columns: number;
  readonly inertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  readonly rowIndex: Uint32Array | null;
  readonly tableRows: number;
  /** The algorithm that found these labels in these rows; absent where a person had a hand in them. */
  readonly made?: { readonly method: string; readonly params: Readonly<Record<string, unknown>> };
}

export interface ScoresValue {
  readonly kind: 'scores';
  readonly inertia: number;
  readonly silhouette: number | null;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
}

export type Value = TableValue | MatrixValue | ClusteringValue | ScoresValue;
export type ValueKind = Value['kind'];
export type ValueOf<K extends ValueKind> = Extract<Value, { readonly kind: K }>;
