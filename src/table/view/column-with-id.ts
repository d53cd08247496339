import { Problem } from '../../core/problem';
import type { ColumnMeta, TableValue } from '../../core/values';

/** The column of an id; throws `column-missing`. */
export function columnWithId(table: TableValue, id: string): ColumnMeta {
  const column = table.columns.find((candidate) => candidate.id === id);
  if (column === undefined) throw new Problem('column-missing', { column: id });
  return column;
}
