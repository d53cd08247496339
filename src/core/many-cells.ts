import { cellOf, changeCell, freeIdFor, type Cell, type Notebook } from './notebook';

/** Cells put into a notebook, and the ids that they got, by those they came with. */
export interface Inserted {
  readonly notebook: Notebook;
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Puts cells at a position, in their order, each under an id of its own; where one of them feeds
 * another, its copy feeds the copy. With `keepsIds` an id that is free stays: what still names the
 * cell is fed again.
 */
export function insertCells(
  notebook: Notebook,
  cells: readonly Cell[],
  { position, keepsIds = false }: { readonly position: number; readonly keepsIds?: boolean },
): Inserted {
  const taken = new Set(notebook.cells.map((cell) => cell.id));
  const ids = new Map<string, string>();
  for (const { id, kind } of cells) {
    const free = keepsIds && !taken.has(id) ? id : freeIdFor(kind, taken);
    taken.add(free);
    ids.set(id, free);
  }
  const copies = cells.map((cell) => ({
    ...cell,
    id: ids.get(cell.id) ?? cell.id,
    inputs: Object.fromEntries(
      Object.entries(cell.inputs).map(([input, from]) => [input, ids.get(from) ?? from]),
    ),
  }));
  return { notebook: { ...notebook, cells: spliced(notebook.cells, copies, position) }, ids };
}

/** Copies of cells, together right below the last of them; nothing else is fed by them yet. */
export function duplicateCells(notebook: Notebook, ids: ReadonlySet<string>): Inserted {
  const cells = notebook.cells.filter((cell) => ids.has(cell.id));
  const last = notebook.cells.findLastIndex((cell) => ids.has(cell.id));
  return insertCells(notebook, cells, { position: last + 1 });
}

/**
 * Takes cells out. Cells that they fed keep naming them: they show `input-missing`, and are whole
 * again when the cells come back.
 */
export function removeCells(notebook: Notebook, ids: ReadonlySet<string>): Notebook {
  const cells = notebook.cells.filter((cell) => !ids.has(cell.id));
  return cells.length === notebook.cells.length ? notebook : { ...notebook, cells };
}

/**
 * Moves cells, in their order, so that they stand together in a gap: 0 is before the first cell of
 * the document as it is, its length behind the last. Connections stay as they are.
 */
export function moveCells(notebook: Notebook, ids: ReadonlySet<string>, gap: number): Notebook {
  const moved = notebook.cells.filter((cell) => ids.has(cell.id));
  const others = notebook.cells.filter((cell) => !ids.has(cell.id));
  const before = notebook.cells.slice(0, gap).filter((cell) => !ids.has(cell.id)).length;
  const cells = spliced(others, moved, before);
  return cells.every((cell, i) => cell === notebook.cells[i]) ? notebook : { ...notebook, cells };
}

/** Folds cells, or unfolds them. */
export function foldCells(notebook: Notebook, ids: Iterable<string>, isFolded: boolean): Notebook {
  return markCells(notebook, ids, { isFolded });
}

/** Hides the settings of cells, or shows them. */
export function hideSettings(
  notebook: Notebook,
  ids: Iterable<string>,
  hidesSettings: boolean,
): Notebook {
  return markCells(notebook, ids, { hidesSettings });
}

type CellMark = 'isFolded' | 'hidesSettings';

/** Sets or takes out one mark, which is true or absent. */
function markCells(
  notebook: Notebook,
  ids: Iterable<string>,
  wanted: Partial<Record<CellMark, boolean>>,
): Notebook {
  let changed = notebook;
  for (const [mark, isOn] of Object.entries(wanted) as [CellMark, boolean][]) {
    for (const id of ids) {
      if ((cellOf(changed, id)?.[mark] ?? false) === isOn) continue;
      changed = changeCell(changed, id, (cell) => {
        const { [mark]: _, ...others } = cell;
        return isOn ? { ...others, [mark]: isOn } : others;
      });
    }
  }
  return changed;
}

function spliced(cells: readonly Cell[], added: readonly Cell[], position: number): Cell[] {
  const at = Math.max(0, Math.min(cells.length, Math.trunc(position)));
  return [...cells.slice(0, at), ...added, ...cells.slice(at)];
}
