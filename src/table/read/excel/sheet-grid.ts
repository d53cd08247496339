import type { Range, WorkSheet } from '@e965/xlsx';
import type { JsCell } from '../cell-rows';
import type { Grid } from '../read-grid';
import type { CellValues } from './cell-value';
import { isFilled, rowsOfSheet, widthOf, type Rows } from './sheet-rows';
import { groupRowOf, joinedNames } from './group-names';

/** A sheet as rows of cells, from A1 on, with how it lay there. */
export interface SheetGrid extends Grid {
  readonly columns: number;
  readonly hasTwoHeaderRows: boolean;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** How far a sheet is filled; formatted cells without a value do not count. */
export function sizeOfSheet(sheet: WorkSheet): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  rowsOfSheet(sheet).forEach((cells, row) => {
    const width = widthOf(cells);
    if (width > 0) rows = row + 1;
    columns = Math.max(columns, width);
  });
  return { rows, columns };
}

/**
 * Makes a grid of a sheet. A merged cell holds its value for all its rows: below the header it is
 * repeated downwards. A row of groups above the names, merged over several of them, is joined with
 * these: `Q1 / sales`.
 */
export function gridOfSheet(sheet: WorkSheet, values: CellValues): SheetGrid {
  const cells = rowsOfSheet(sheet);
  const size = sizeOfSheet(sheet);
  const merges = (sheet['!merges'] ?? []).filter(({ s, e }) => s.r <= e.r && s.c <= e.c);
  const groups = groupRowOf(cells, merges);
  const from = groups === null ? firstRowOfData(cells) : groups + 2;
  const below = rowsBelow(merges, { from, ...size });
  const valueAt = (row: number, column: number): JsCell => values.valueOf(cells[row]?.[column]);
  return {
    ...size,
    hasTwoHeaderRows: groups !== null,
    hiddenRows: countHidden(sheet['!rows'], size.rows),
    hiddenColumns: countHidden(sheet['!cols'], size.columns),
    cellsOf(row) {
      if (row === groups) return [];
      if (groups !== null && row === groups + 1) return joinedNames(cells, merges, groups);
      const found = Array.from({ length: widthOf(cells[row]) }, (_, i) => valueAt(row, i));
      for (const { s } of below.get(row) ?? []) found[s.c] ??= valueAt(s.r, s.c);
      return found;
    },
  };
}

function countHidden(
  lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
  limit: number,
): number {
  return (lines ?? []).slice(0, limit).filter((line) => line?.hidden === true).length;
}

/** The row below the first one with several values, which is the header or already data. */
function firstRowOfData(cells: Rows): number {
  const header = cells.findIndex((row) => (row ?? []).filter(isFilled).length > 1);
  return header + 1;
}

/** For each row, the merged cells that reach down to it from a row above. */
function rowsBelow(
  merges: readonly Range[],
  {
    from,
    rows,
    columns,
  }: { readonly from: number; readonly rows: number; readonly columns: number },
): ReadonlyMap<number, readonly Range[]> {
  const below = new Map<number, Range[]>();
  // Merged cells do not overlap, so together they are no more than the sheet has.
  let left = rows * columns;
  for (const merge of merges) {
    if (merge.s.r < from) continue;
    const last = Math.min(merge.e.r, rows - 1);
    left -= Math.max(0, last - merge.s.r);
    if (left < 0) break;
    for (let row = merge.s.r + 1; row <= last; row++) {
      const there = below.get(row);
      if (there === undefined) below.set(row, [merge]);
      else there.push(merge);
    }
  }
  return below;
}
