import type { ColumnMeta } from '../../core/values';
import type { GroupQuartiles, Quartiles } from '../../table/groups/group-quartiles';

/** A number or date column: the middle half of everyone and of each segment, in original units. */
export interface ProfileLine {
  readonly column: ColumnMeta;
  readonly isFeature: boolean;
  /** Clustered rows with a value, their mean and population standard deviation. */
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly everyone: Quartiles;
  /** By segment; null where no row has a value. */
  readonly segments: readonly (GroupQuartiles | null)[];
}

export interface ParallelDisplay {
  /** Clustered rows and rows of the table. */
  readonly rows: number;
  readonly tableRows: number;
  readonly sizes: readonly number[];
  /** As in the file. */
  readonly lines: readonly ProfileLine[];
  /** Indexes of lines so that similar ones are neighbours. */
  readonly lineOrder: readonly number[];
  /** Columns that were asked for and have no line. */
  readonly leftOut: readonly { readonly column: string; readonly reason: LeftOut }[];
}

/** `kind`: its values have no order; `same`: everyone has the same one. */
export type LeftOut = 'kind' | 'same';
