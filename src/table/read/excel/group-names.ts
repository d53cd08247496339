import type { Range } from '@e965/xlsx';
import { widthOf, type Rows } from './sheet-rows';

/** Titles and notes above a table are few lines. */
const SEARCH_ROWS = 30;

function textAt(cells: Rows, row: number, column: number): string {
  const value = cells[row]?.[column]?.v;
  return value === undefined || value === null ? '' : String(value).trim();
}

function isText(cells: Rows, row: number, column: number): boolean {
  return cells[row]?.[column]?.t === 's' && textAt(cells, row, column) !== '';
}

/**
 * The row of groups above the row of names, or null: a row with cells merged over several columns,
 * each of which has a name below, beside other groups or names. One cell over all is a title.
 */
export function groupRowOf(cells: Rows, merges: readonly Range[]): number | null {
  for (let row = 0; row < Math.min(SEARCH_ROWS, cells.length - 1); row++) {
    const groups = merges.filter(({ s, e }) => s.r === row && e.r === row && e.c > s.c);
    if (groups.length === 0) continue;
    const width = widthOf(cells[row + 1]);
    const isOverNames = groups.every(({ s, e }) => {
      for (let c = s.c; c <= e.c; c++) if (!isText(cells, row + 1, c)) return false;
      return isText(cells, row, s.c);
    });
    const isWhole = groups.some(({ s, e }) => s.c === 0 && e.c >= width - 1);
    if (isOverNames && !isWhole) return row;
  }
  return null;
}

/** The names of the columns: group and name where both are there, else the one that is. */
export function joinedNames(cells: Rows, merges: readonly Range[], groups: number): string[] {
  const width = Math.max(widthOf(cells[groups]), widthOf(cells[groups + 1]));
  return Array.from({ length: width }, (_, column) => {
    const merge = merges.find(
      ({ s, e }) => s.r <= groups && e.r >= groups && s.c <= column && e.c >= column,
    );
    const group = textAt(cells, merge?.s.r ?? groups, merge?.s.c ?? column);
    const name = textAt(cells, groups + 1, column);
    if (group === '' || name === '' || group === name) return name || group;
    return `${group} / ${name}`;
  });
}
