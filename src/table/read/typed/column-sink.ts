import type { NewColumn } from '../../create-table';

/** What a column sink found that people should know of; words are the reader's notes. */
export interface SinkNote {
  /** `not-finite`, `date-out-of-range`, `invalid-text`, `binary-as-hex`. */
  readonly code: string;
  readonly count: number;
}

export interface SunkColumn {
  readonly column: NewColumn;
  readonly notes: readonly SinkNote[];
}

/**
 * Takes the values of one column of a typed file (Parquet, Arrow) in order, and builds our column
 * from them. What is missing there is missing here, and nothing else but what no column of ours
 * holds: NaN, infinities, dates that no calendar reaches. These are counted.
 */
export interface ColumnSink<V> {
  readonly rows: number;
  /** The next value; null is missing. */
  push(value: V | null): void;
  /** Builds the column; yields every few milliseconds of work. The sink is used up. */
  finish(name: string): Generator<void, SunkColumn>;
}

/** The notes of those counts that are not zero. */
export function notesOf(counts: Readonly<Record<string, number>>): SinkNote[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }));
}
