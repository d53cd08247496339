import type { ColumnMeta, TableValue } from '../../core/values';
import { codesOf, numbersOf } from '../column';

const BLOCK = 1 << 17;

/** True when two columns of one type hold the same value in every row; linear, yields. */
export function* sameVectors(
  table: TableValue,
  a: ColumnMeta,
  b: ColumnMeta,
): Generator<void, boolean> {
  if (a.type === 'number' || a.type === 'date') {
    const [left, right] = [numbersOf(table, a.id), numbersOf(table, b.id)];
    for (let row = 0; row < table.rows; row++) {
      const [x, y] = [left[row]!, right[row]!];
      if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) return false;
      if (row % BLOCK === BLOCK - 1) yield;
    }
    return true;
  }
  const [left, right] = [codesOf(table, a.id), codesOf(table, b.id)];
  yield;
  for (let row = 0; row < table.rows; row++) {
    if (left.levels[left.codes[row]!] !== right.levels[right.codes[row]!]) return false;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return true;
}
