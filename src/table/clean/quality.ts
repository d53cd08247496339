import type { ColumnType } from '../../core/values';
import type { NewColumn } from '../create-table';
import { presenceOf } from './column-values';
import { BLOCK, type Paced } from './pace';
import { countRepeats } from './row-keys';

/** What can be said of the quality of a table in a few numbers, before and after cleaning. */
export interface Quality {
  readonly rows: number;
  readonly columns: number;
  readonly missing: number;
  /** Columns with missing values. */
  readonly columnsWithMissing: number;
  /** Rows that equal an earlier one in every column. */
  readonly repeats: number;
  readonly types: Readonly<Partial<Record<ColumnType, number>>>;
}

/** Measures some rows of columns that hold `inputRows` rows. */
export function* measureQuality(
  columns: readonly NewColumn[],
  rows: Int32Array,
  inputRows: number,
): Paced<Quality> {
  let missing = 0;
  let columnsWithMissing = 0;
  const types: Partial<Record<ColumnType, number>> = {};
  for (const column of columns) {
    types[column.type] = (types[column.type] ?? 0) + 1;
    const count = yield* countMissing(column, rows);
    missing += count;
    if (count > 0) columnsWithMissing++;
  }
  const repeats = yield* countRepeats(columns, rows, inputRows);
  return {
    rows: rows.length,
    columns: columns.length,
    missing,
    columnsWithMissing,
    repeats,
    types,
  };
}

function* countMissing(column: NewColumn, rows: Int32Array): Paced<number> {
  const { data, type } = column;
  if (type !== 'number' && (data.nullCount === 0 || rows.length === data.length)) {
    return data.nullCount;
  }
  const isPresent = presenceOf(column);
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    if (!isPresent(rows[i]!)) missing++;
    if (i % (BLOCK * 4) === 0) yield;
  }
  return missing;
}
