import type { ColumnNote } from '../../passport/match-columns';
import type { Passport, PassportSegment } from '../../passport/passport';
import type { LeftOut, UnseenLevel } from '../../passport/score';

export interface ScoredSegment extends Pick<
  PassportSegment,
  'label' | 'mark' | 'name' | 'reach' | 'middle'
> {
  readonly rows: number;
  readonly learntRows: number;
  /** Rows farther from the centroid than 99 % of those it was learnt from. */
  readonly outside: number;
  /** Half of its rows have a confidence under this; null without rows or another segment. */
  readonly confidence: number | null;
}

export interface ScoreDisplay {
  readonly title: string;
  readonly method: string;
  /** False: the segmentation of the cells above; true: one that was saved. */
  readonly isSaved: boolean;
  readonly learnt: Passport['learnt'];
  readonly tableRows: number;
  /** Rows that have a segment. */
  readonly rows: number;
  readonly outside: number;
  readonly segments: readonly ScoredSegment[];
  readonly leftOut: readonly LeftOut[];
  /** The most frequent, and how many there are in all. */
  readonly unseen: readonly UnseenLevel[];
  readonly unseenLevels: number;
  readonly notes: readonly ColumnNote[];
  /** Columns of the table that were not needed. */
  readonly unused: number;
  readonly rules: Passport['rules'];
}
