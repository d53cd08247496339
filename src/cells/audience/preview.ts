import { cellText } from '../../table/write/cell-text';
import type { FileColumn } from '../../table/write/file-column';
import type { Preview } from './display';

const PREVIEW_ROWS = 8;

/** The first rows as the file has them. */
export function previewOf(
  columns: readonly FileColumn[],
  { rows, labels }: { readonly rows: Uint32Array; readonly labels: Int32Array },
): Preview {
  const first = rows.slice(0, PREVIEW_ROWS);
  const cells = columns.map(({ read }) => read(first));
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: Array.from(first, (_, i) => cells.map((column) => cellText(column, i))),
    labels: Array.from(first, (row) => labels[row]!),
  };
}
