import type { Data } from 'apache-arrow';
import { LONGEST_TEXT, type WindowCells } from '../../core/table-rows';
import type { TableValue } from '../../core/values';
import { isPresent, textIn, vectorOf } from '../column';
import { columnWithId } from './column-with-id';

/** The rows of a table at positions `[from, to)` of an order; null is the table's own. */
export function rowsAt(
  order: Uint32Array | null,
  { rows, from, to }: { readonly rows: number; readonly from: number; readonly to: number },
): Uint32Array {
  const first = Math.max(0, Math.min(from, rows));
  const last = Math.max(first, Math.min(to, rows));
  if (order) return order.slice(first, last);
  return Uint32Array.from({ length: last - first }, (_, i) => first + i);
}

/** The values of a column in these rows; costs the rows asked for, however long the table is. */
export function cellsIn(table: TableValue, id: string, rows: Uint32Array): WindowCells {
  const { type } = columnWithId(table, id);
  const { data: chunks } = vectorOf(table, id);
  if (type !== 'number') {
    const values = Array.from(rows, (row) => cut(inChunk(chunks, row, textIn)));
    return { kind: 'text', values };
  }
  const numberIn = (chunk: Data, row: number): number =>
    isPresent(chunk, row) ? Number(chunk.values[row]) : NaN;
  const values = Float64Array.from(rows, (row) => inChunk(chunks, row, numberIn) ?? NaN);
  return { kind: 'number', values };
}

/** A value in full. */
export function wholeText(table: TableValue, id: string, row: number): string | null {
  columnWithId(table, id);
  return inChunk(vectorOf(table, id).data, row, textIn);
}

function inChunk<T>(
  chunks: readonly Data[],
  row: number,
  read: (chunk: Data, row: number) => T,
): T | null {
  let left = row;
  for (const chunk of chunks) {
    if (left < chunk.length) return read(chunk, left);
    left -= chunk.length;
  }
  return null;
}

function cut(text: string | null): string | null {
  if (text === null || text.length <= LONGEST_TEXT) return text;
  // Not through the middle of a character of two halves.
  const end = /[\ud800-\udbff]/.test(text[LONGEST_TEXT - 2]!) ? LONGEST_TEXT - 2 : LONGEST_TEXT - 1;
  return `${text.slice(0, end)}…`;
}
