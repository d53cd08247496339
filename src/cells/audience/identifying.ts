import type { ColumnMeta } from '../../core/values';
import { piecesOf, type Cells } from '../../table/write/file-column';
import { fileColumns } from '../../table/write/table-columns';
import type { Audience } from './audience';
import type { AudienceDisplay } from './display';
import { namesPeople } from './guess-fields';

function isThere(cells: Cells, i: number): boolean {
  if (cells.kind === 'category') return cells.codes[i]! >= 0;
  if (cells.kind === 'text') return cells.values[i] !== null;
  return cells.kind === 'boolean' ? cells.values[i]! >= 0 : !Number.isNaN(cells.values[i]!);
}

/** The columns that say who somebody is, and how many of their values the rows have; pauses. */
export function* countIdentifying(
  { table, rows }: Audience,
  columns: readonly ColumnMeta[],
): Generator<void, AudienceDisplay['identifying']> {
  const found: { column: string; values: number }[] = [];
  for (const column of columns) {
    yield;
    if (!namesPeople(table, column)) continue;
    const file = fileColumns(table, [column]);
    let values = 0;
    for (const piece of piecesOf({ columns: file, rows })) {
      const cells = file[0]!.read(piece.rows);
      for (let i = 0; i < piece.rows.length; i++) if (isThere(cells, i)) values++;
      yield;
    }
    if (values > 0) found.push({ column: column.name, values });
  }
  return found;
}
