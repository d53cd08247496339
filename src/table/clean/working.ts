import type { TableValue } from '../../core/values';
import { createTable, type NewColumn } from '../create-table';
import { sameColumn } from '../take-rows';
import type { Paced } from './pace';

/** Where a row of the input is that left the table: left out, or in the lane of its own; 0: it did not. */
export const DROPPED = 1;
export const ASIDE = 2;

/**
 * A table while it is being cleaned. Columns always hold every row of the input, so that a row keeps
 * its number whatever happens to others; rows that left are only marked. Each column is one chunk.
 */
export interface Working {
  /** Rows of the input. */
  readonly rows: number;
  readonly columns: readonly NewColumn[];
  /** Rows still in the table, ascending. */
  readonly kept: Int32Array;
  /** 0, `DROPPED` or `ASIDE`, a row of the input. */
  readonly lanes: Uint8Array;
}

/** A table as it is before the first step; values are shared, not copied. */
export function* startWorking(table: TableValue): Paced<Working> {
  const columns: NewColumn[] = [];
  for (const column of table.columns) {
    columns.push(sameColumn(table, column));
    yield;
  }
  const kept = new Int32Array(table.rows);
  for (let row = 0; row < kept.length; row++) kept[row] = row;
  return { rows: table.rows, columns, kept, lanes: new Uint8Array(table.rows) };
}

/** All rows of some columns as a table, for readers that want one; nothing is copied. */
export function tableOf(rows: number, columns: readonly NewColumn[]): TableValue {
  return createTable(columns, rows);
}

/** The working table with some columns exchanged for others of the same name. */
export function withColumns(working: Working, changed: readonly NewColumn[]): Working {
  if (changed.length === 0) return working;
  const byName = new Map(changed.map((column) => [column.name, column]));
  const columns = working.columns.map((column) => byName.get(column.name) ?? column);
  return { ...working, columns };
}

/** The working table without these rows, which go to a lane; `leaves` is 1 at a row that goes. */
export function withoutRows(
  working: Working,
  leaves: Uint8Array,
  lane: typeof DROPPED | typeof ASIDE,
): Working {
  const lanes = working.lanes.slice();
  const kept = new Int32Array(working.kept.length);
  let count = 0;
  for (let i = 0; i < kept.length; i++) {
    const row = working.kept[i]!;
    if (leaves[row] === 1) lanes[row] = lane;
    else kept[count++] = row;
  }
  return { ...working, kept: kept.slice(0, count), lanes };
}
