import type { Words } from '../../core/words';
import { tableWords as words } from '../../locale/table-view';
import type { GridState } from './grid-state.svelte';
import { selectionBetween } from './grid-moves';
import type { TableState } from './table-state.svelte';

/** Text of so many values is as much as a clipboard takes without a wait. */
const MOST_VALUES = 2_000_000;

/**
 * Puts what is selected, or the active cell, on the clipboard as tab-separated text; whole rows and
 * columns bring the names of the columns. Says how it ended; never rejects.
 */
export async function copySelection(table: TableState, grid: GridState): Promise<Words> {
  const { active, mode, ids } = grid;
  const size = { mode, rows: table.rows, columns: ids.length };
  const { fromRow, toRow, fromColumn, toColumn } =
    grid.selection ?? selectionBetween(active, active, size);
  const columns = ids.slice(fromColumn, toColumn);
  const rows = toRow - fromRow;
  if (rows * columns.length > MOST_VALUES) return words.tooMuch(MOST_VALUES);
  const given = await table.question({
    kind: 'copy',
    view: table.view,
    from: fromRow,
    to: toRow,
    columns,
    hasHeading: mode !== 'cells' || active.row < 0,
  });
  if (given?.kind !== 'copy') return words.noCopy;
  try {
    await navigator.clipboard.writeText(given.text);
    return words.copied(given.rows, columns.length);
  } catch {
    return words.notCopied;
  }
}
