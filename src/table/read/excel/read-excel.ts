import type { WorkBook, WorkSheet } from '@e965/xlsx';
import type { Job } from '../../../core/job';
import { stretch } from '../../../core/job';
import { Problem } from '../../../core/problem';
import type { ReadNote, ReadOptions, ReadReport, SheetSize } from '../../../core/read-report';
import { readGrid, type GridTable } from '../read-grid';
import { sampledOf } from '../row-sample';
import { bytesAt, type ReadResult, type ReadSource } from '../read-source';
import { CellValues } from './cell-value';
import { openWorkbook } from './open-workbook';
import { gridOfSheet, sizeOfSheet, type SheetGrid } from './sheet-grid';
import { countCells, rowsOfSheet, type CellCounts } from './sheet-rows';

/**
 * Reads a sheet of a workbook (.xlsx, .xlsm, .xls, .xlsb, .ods) as a text file with its cells would
 * be read, so that the same rules find header, types and totals: dates as days without a time zone,
 * percent and currency formats as units, formulas by the value stored with them (none is ever
 * calculated), errors such as #N/A as missing. Without a sheet in the options, the first with a
 * table. Throws `sheet-missing`, what `openWorkbook` and `readGrid` throw.
 */
export async function* readExcel(source: ReadSource, options: ReadOptions): Job<ReadResult, never> {
  const { name, blob } = source;
  const bytes = await bytesAt(source, 0, blob.size);
  const book = yield* stretch(openWorkbook(name, bytes, options.encoding), 0.1, 0.5);
  const sheets = book.SheetNames.map((sheet) => ({
    name: sheet,
    ...sizeOfSheet(sheetOf(book, sheet)),
  }));
  const chosen = chooseSheet(name, sheets, options.sheet);
  const values = new CellValues(book.Workbook?.WBProps?.date1904 === true);
  const sheet = sheetOf(book, chosen);
  const grid = gridOfSheet(sheet, values);
  const counts = countCells(rowsOfSheet(sheet));
  const table = yield* stretch(readGrid(name, grid, options), 0.5, 1);
  return {
    value: table.value,
    report: {
      ...reportOn(blob.size, { table, grid, sheets, chosen, counts }),
      ...sampledOf(table, options),
    },
  };
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
  return Object.hasOwn(book.Sheets, name) ? book.Sheets[name]! : {};
}

/** Two rows, a header and one below, are the least that is a table. */
function chooseSheet(name: string, sheets: readonly SheetSize[], wanted: string): string {
  if (wanted !== '') {
    if (sheets.some((sheet) => sheet.name === wanted)) return wanted;
    const names = sheets.map((sheet) => sheet.name).join(', ');
    throw new Problem('sheet-missing', { name, sheet: wanted, sheets: names.slice(0, 500) });
  }
  const filled = sheets.find(({ rows }) => rows >= 2) ?? sheets.find(({ rows }) => rows > 0);
  if (filled === undefined) throw new Problem('file-empty', { name });
  return filled.name;
}

function reportOn(
  sizeBytes: number,
  read: {
    readonly table: GridTable;
    readonly grid: SheetGrid;
    readonly sheets: readonly SheetSize[];
    readonly chosen: string;
    readonly counts: CellCounts;
  },
): ReadReport {
  const { table, grid, sheets, chosen, counts } = read;
  const { headerRow, top, rowsInFile, rowsRead, damaged, damagedCount, totals } = table;
  return {
    format: 'excel',
    sheets,
    sheet: chosen,
    headerRow,
    top,
    rowsInFile,
    rowsRead,
    sizeBytes,
    damaged,
    damagedCount,
    notes: [...table.notes, ...notesOn(grid, counts)],
    ...(totals ? { totals } : {}),
  };
}

function notesOn(grid: SheetGrid, counts: CellCounts): ReadNote[] {
  const found: readonly (readonly [string, number])[] = [
    ['header-of-two-rows', grid.hasTwoHeaderRows ? 2 : 0],
    ['error-cells', counts.errors],
    ['formulas-without-value', counts.formulasWithoutValue],
    ['hidden-rows', grid.hiddenRows],
    ['hidden-columns', grid.hiddenColumns],
  ];
  return found
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, facts: { count } }));
}
