import type { ColumnMeta, TableValue } from '../core/values';
import { codesOf } from './column';
import { textColumn, type NewColumn } from './create-table';
import { takenColumn } from './take-rows';

/** Names of people out of a table with many rows of each, which are now as many as there are rows; yields. */
export function* nameColumnOf(
  table: TableValue,
  column: ColumnMeta,
  rows: Int32Array,
): Generator<void, NewColumn> {
  if (column.type === 'category') {
    const { codes, levels } = codesOf(table, column.id);
    const names = Array.from(rows, (row) => levels[codes[row]!] ?? null);
    return textColumn(column.name, names, 'identifier');
  }
  const taken = yield* takenColumn(table, column, rows);
  return column.type === 'text' ? { ...taken, type: 'identifier' } : taken;
}
