import type { TableValue } from '../../core/values';
import { isPresent, vectorOf } from '../column';
import { columnWithId } from './column-with-id';

/**
 * The first position after `after`, going round the end of the view, whose row lacks a value in this
 * column; null when none does. `order` is null for all rows of the table as they are.
 */
export function* nextMissing(
  table: TableValue,
  id: string,
  { order, after }: { readonly order: Uint32Array | null; readonly after: number },
): Generator<void, number | null> {
  columnWithId(table, id);
  const lacks = new Uint8Array(table.rows);
  let row = 0;
  for (const chunk of vectorOf(table, id).data) {
    if (chunk.nullCount === 0) row += chunk.length;
    else for (let i = 0; i < chunk.length; i++) lacks[row++] = isPresent(chunk, i) ? 0 : 1;
    yield;
  }
  const rows = order?.length ?? table.rows;
  for (let step = 1; step <= rows; step++) {
    const position = (after + step + rows) % rows;
    if (lacks[order ? order[position]! : position] === 1) return position;
    if (step % (1 << 18) === 0) yield;
  }
  return null;
}
