import type { SegmentRule } from '../core/cell-face';
import type { ColumnMeta, Feature } from '../core/values';
import type { Language } from '../core/words';

/** How far a row is from a centroid: as the method that made the segments measured it. */
export type Distance = 'euclidean' | 'manhattan';

/** One segment as it was learnt; nothing in it is a row. */
export interface PassportSegment {
  /** What people know it by: "2", "2.1". */
  readonly label: string;
  /** Index of its mark in the palette. */
  readonly mark: number;
  /** Empty: it has no name of its own. */
  readonly name: string;
  /** Rows it was learnt from. */
  readonly rows: number;
  /** In the units of the features. */
  readonly centroid: readonly number[];
  /** Distances of its rows from the centroid: the median and the 99th percentile. */
  readonly middle: number;
  readonly reach: number;
}

/**
 * A segmentation without its customers: everything that it takes to put a new row into a segment,
 * and what people call the segments. `name.segments.json` is this object as JSON.
 */
export interface Passport {
  readonly format: 'fenqun-segments';
  readonly version: 1;
  readonly title: string;
  readonly language: Language;
  /** The algorithm's name. */
  readonly method: string;
  readonly distance: Distance;
  /** The table columns that the features are made from. */
  readonly columns: readonly ColumnMeta[];
  readonly features: readonly Feature[];
  readonly learnt: {
    /** Rows in a segment. */
    readonly rows: number;
    /** Rows of the table that had a value missing and were left out, and rows that were noise. */
    readonly leftOut: number;
    readonly noise: number;
    /** Rows in a segment that scoring puts into the same one. */
    readonly same: number;
  };
  readonly segments: readonly PassportSegment[];
  /** Indexes of the segments in the order in which equally near ones get a row. */
  readonly order: readonly number[];
  readonly rules: readonly SegmentRule[];
}

/** The share of rows of a segment within its `reach`. */
export const REACH = 0.99;

/** What a segment is called: its name, else its number. */
export function nameInPassport(
  { name, label }: Pick<PassportSegment, 'name' | 'label'>,
  language: Language,
): string {
  if (name.trim() !== '') return name.trim();
  return language === 'zh' ? `分群 ${label}` : `Segment ${label}`;
}
