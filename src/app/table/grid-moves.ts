/** A cell of the grid; row −1 is the head. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page moves by. */
  readonly page: number;
}

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where a key leads from a cell, after the grid pattern of ARIA; null for a key that leads nowhere. */
export function placeAfterKey(from: GridPlace, press: Press, size: GridSize): GridPlace | null {
  if (press.altKey) return null;
  const far = press.ctrlKey || press.metaKey;
  const to = leads(from, press.key, { far, size });
  if (to === null) return null;
  return {
    row: Math.max(-1, Math.min(to.row, size.rows - 1)),
    column: Math.max(0, Math.min(to.column, size.columns - 1)),
  };
}

function leads(
  { row, column }: GridPlace,
  key: string,
  { far, size }: { readonly far: boolean; readonly size: GridSize },
): GridPlace | null {
  const last = size.rows - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: far ? last : row + 1, column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: far ? size.columns - 1 : column + 1 };
    case 'PageUp':
      return { row: row < 0 ? row : Math.max(0, row - size.page), column };
    case 'PageDown':
      return { row: row + size.page, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? last : row, column: size.columns - 1 };
    default:
      return null;
  }
}

/** How a selection grows: cell by cell, or by whole rows or columns. */
export type SelectionMode = 'cells' | 'rows' | 'columns';

export interface Selection {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What is selected between two cells, ends left out as in `[from, to)`. */
export function selectionBetween(
  anchor: GridPlace,
  active: GridPlace,
  { mode, rows, columns }: { readonly mode: SelectionMode } & Pick<GridSize, 'rows' | 'columns'>,
): Selection {
  const [top, bottom] = [Math.min(anchor.row, active.row), Math.max(anchor.row, active.row)];
  const [left, right] = [
    Math.min(anchor.column, active.column),
    Math.max(anchor.column, active.column),
  ];
  return {
    fromRow: mode === 'columns' ? 0 : Math.max(0, top),
    toRow: mode === 'columns' ? rows : Math.max(0, bottom + 1),
    fromColumn: mode === 'rows' ? 0 : left,
    toColumn: mode === 'rows' ? columns : right + 1,
  };
}

export function isSelected(selection: Selection | null, row: number, column: number): boolean {
  return (
    selection !== null &&
    row >= selection.fromRow &&
    row < selection.toRow &&
    column >= selection.fromColumn &&
    column < selection.toColumn
  );
}
