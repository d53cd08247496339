import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ReadNote, ReadOptions, TopLine, TotalRow } from '../../core/read-report';
import { CellRows, textOfCell, type JsCell } from './cell-rows';
import { COLUMNS_LIMIT } from './columns-limit';
import { detectLayout, type Layout } from './layout';
import { leaveOutTotals } from './leave-out-totals';
import { sampleOf } from './row-sample';
import { ReadProgress } from './read-progress';
import { settleTable, type SettledTable } from './settle-table';

const SAMPLE_ROWS = 100;
const ROWS_A_STEP = 2000;

/** Cells by row and column, such as a sheet: rows may differ in length, blank ones count. */
export interface Grid {
  readonly rows: number;
  /** The cells of a row (0-based), from the first column on. */
  readonly cellsOf: (row: number) => readonly JsCell[];
}

/** What a grid held: the table, and how it lay there. */
export interface GridTable extends SettledTable {
  /** 1-based row with the names; 0: there is none. */
  readonly headerRow: number;
  /** Rows at the end that add up the others and were left out. */
  readonly totals?: readonly TotalRow[];
  /** The first rows as they stand. */
  readonly top: readonly TopLine[];
  readonly rowsInFile: number;
  readonly rowsRead: number;
}

/**
 * Finds the table within a grid of cells and gives its columns their types, by the rules that
 * hold for text files. Progress counts rows twice. Throws `file-empty`, `file-header-only`,
 * `file-too-wide`.
 */
export async function* readGrid(
  name: string,
  grid: Grid,
  options: ReadOptions,
): Job<GridTable, never> {
  const layout = detectLayout(firstRows(grid), options.headerRow);
  const columns = layout.names.length;
  if (columns > COLUMNS_LIMIT) {
    throw new Problem('file-too-wide', { name, columns, limit: COLUMNS_LIMIT });
  }
  const progress = new ReadProgress(grid.rows * 2);
  const { sampleRows, sampleSeed } = options;
  const rows = new CellRows(columns, sampleOf(sampleRows, sampleSeed));
  let blankLines = 0;
  for (let row = layout.dataFrom; row < grid.rows; row++) {
    const cells = grid.cellsOf(row);
    if (isBlank(cells)) blankLines++;
    else rows.take(cells);
    if (row % ROWS_A_STEP === 0) yield progress.after(ROWS_A_STEP, 'reading');
  }
  rows.finish();
  if (rows.rowsRead === 0) throw new Problem('file-header-only', { name, columns });
  const totals = options.totals === 'leave-out' ? leaveOutTotals(rows) : [];
  const settled = yield* settleTable({ ...layout, rows }, options, progress);
  const notes = [...notesOn(layout, blankLines), ...settled.notes];
  const { rowsRead, rowsInFile } = rows;
  const { headerRow, top } = layout;
  const found = { headerRow, top, rowsInFile, rowsRead };
  return { ...settled, ...found, notes, ...(totals.length > 0 ? { totals } : {}) };
}

function firstRows(grid: Grid) {
  const records: string[][] = [];
  const lines: number[] = [];
  for (let row = 0; row < grid.rows && records.length < SAMPLE_ROWS; row++) {
    const cells = grid.cellsOf(row);
    if (isBlank(cells)) continue;
    records.push(Array.from(cells, textOfCell));
    lines.push(row + 1);
  }
  return { records, lines, hasSeparatorLine: false };
}

function isBlank(cells: readonly JsCell[]): boolean {
  return cells.every((cell) => textOfCell(cell).trim() === '');
}

/** What people should know of how the table lay. */
export function notesOn(layout: Layout, blankLines: number): ReadNote[] {
  const notes: ReadNote[] = [];
  if (layout.headerRow === 0) notes.push({ code: 'no-header', facts: {} });
  if (layout.skipped > 0) {
    const text = layout.above.join(' / ');
    notes.push({
      code: 'lines-above',
      facts: { lines: layout.skipped, ...(text ? { text } : {}) },
    });
  }
  if (blankLines > 0) notes.push({ code: 'blank-lines', facts: { lines: blankLines } });
  return notes;
}
