import type { CellObject, WorkSheet } from '@e965/xlsx';

/** Cells by row and column, both 0-based; absent where nothing is. */
export type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** The cells of a sheet that was read densely; sheets of charts and macros have none. */
export function rowsOfSheet(sheet: WorkSheet): Rows {
  // Declared for sheets read in another form only.
  return (sheet['!data'] as Rows | undefined) ?? [];
}

/** True for a cell with a value; one that is only formatted, or a formula without one, has none. */
export function isFilled(cell: CellObject | undefined): boolean {
  return cell !== undefined && cell.t !== 'z' && cell.v !== undefined && cell.v !== '';
}

/** Cells of a row up to the last one with a value. */
export function widthOf(cells: Rows[number]): number {
  let width = cells?.length ?? 0;
  while (width > 0 && !isFilled(cells?.[width - 1])) width--;
  return width;
}

/** How many cells of a sheet cannot be read as they are, to be told with the table. */
export interface CellCounts {
  readonly errors: number;
  readonly formulasWithoutValue: number;
}

export function countCells(rows: Rows): CellCounts {
  let errors = 0;
  let formulasWithoutValue = 0;
  for (const cells of rows) {
    for (const cell of cells ?? []) {
      if (cell?.t === 'e') errors++;
      else if (cell?.f !== undefined && !isFilled(cell)) formulasWithoutValue++;
    }
  }
  return { errors, formulasWithoutValue };
}
