import type { NewColumn } from '../create-table';
import type { DoubtfulWords } from './doubtful-words';
import type { BadCells } from './sweep-numbers';

/** A column that has its type. */
export interface SettledColumn {
  readonly column: NewColumn;
  readonly bad: readonly BadCells[];
  /** Dates that were left as text because day and month cannot be told apart. */
  readonly isAmbiguousDate: boolean;
  /** Dates that a person asked for: the day was taken to come first, for want of evidence. */
  readonly isAssumedDate?: boolean;
  /** What became of words that may mean a missing value or be one of their own. */
  readonly words?: DoubtfulWords;
}

export function settled(column: NewColumn, bad: readonly BadCells[] = []): SettledColumn {
  return { column, bad: bad.filter(({ rows }) => rows.length > 0), isAmbiguousDate: false };
}
