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
  | { readonly kind: 'missing-flag' }
  /** A missing category counts as this level. */
  | { readonly kind: 'fill-level'; readonly level: string }
  /** The place of a level in an order, from 0; `other` is for every level that is not listed. */
  | { readonly kind: 'ordinal'; readonly levels: readonly string[]; readonly other: number }
  /** How frequent a level was; `missing`: how frequent none was, null where that is not a level. */
  | {
      readonly kind: 'frequency';
      readonly levels: readonly string[];
      readonly values: readonly number[];
      readonly other: number;
      readonly missing: number | null;
    }
  /** ±1 for a level that MurmurHash3 puts into this slot. */
  | { readonly kind: 'hash'; readonly slot: number; readonly slots: number }
  /** 1 for a text that has this tag between its separators. */
  | { readonly kind: 'tag'; readonly tag: string; readonly separator: string }
  /** 1 for a text with a tag that is none of these. */
  | { readonly kind: 'tag-rest'; readonly tags: readonly string[]; readonly separator: string }
  /** Days since a date (`sign` −1) or until it (+1): `reference` in ms since 1970. */
  | { readonly kind: 'age'; readonly reference: number; readonly sign: 1 | -1 }
  /** Where a date stands in a cycle, as one coordinate on the circle. */
  | { readonly kind: 'cyclic'; readonly cycle: Cycle; readonly wave: 'sin' | 'cos' }
  /** √weight: a column of weight 2 adds to squared distances what two equal columns would. */
  | { readonly kind: 'weight'; readonly factor: number };

/** A round that dates go through, in UTC. */
export type Cycle = 'month' | 'weekday' | 'hour' | 'day-of-year';

/** A column prepared as numbers: one column of the matrix. */
export interface Feature {
  /** Unique within a matrix, e.g. "spend" or "city = 北京". */
  readonly name: string;
  /** The id of the table column that it comes from. */
  readonly columnId: string;
  readonly steps: readonly FittedStep[];
  /** A second number column: the steps begin with the product or the ratio of the two. */
  readonly partner?: Partner;
}

/** What a column is combined with; a ratio has the partner below, and is missing where that is 0. */
export interface Partner {
  readonly columnId: string;
  readonly operation: 'product' | 'ratio';
}

/**
 * A matrix in which numbers and categories are told apart, for methods that measure mixed
 * distances (k-prototypes, Gower). The features of a category are its levels: one of them is not 0.
 */
export interface MixedParts {
  readonly measure: 'mixed' | 'gower';
  /** Indexes of the features that are numbers. */
  readonly numbers: readonly number[];
  readonly categories: readonly {
    readonly columnId: string;
    readonly features: readonly number[];
  }[];
  /** What a mismatch of two categories adds to a squared distance (`mixed`). */
  readonly gamma: number;
  /** Largest less smallest value of each of `numbers` in the matrix (`gower`). */
  readonly ranges: readonly number[];
}

export interface MatrixValue {
  readonly kind: 'matrix';
  readonly matrix: Matrix;
  readonly features: readonly Feature[];
  /** The table columns that the features were made from. */
  readonly columns: readonly ColumnMeta[];
  /** Set when the matrix was prepared for mixed distances. */
  readonly mixed?: MixedParts;
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
