/** A tile by line and column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key of a grid leads from a tile; null for any other key. It ends at the edges. */
export function placeAfterKey(
  key: string,
  { row, column }: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(last.column, column + 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: last.column };
    default:
      return null;
  }
}
