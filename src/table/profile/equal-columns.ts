import type { ColumnMeta, TableValue } from '../../core/values';
import { sameVectors } from './same-vectors';

/** A column and the hash of its values in order. */
export interface HashedColumn {
  readonly column: ColumnMeta;
  readonly hash: number;
}

/**
 * Pairs of columns with the same value in every row, each later column with the first one that it
 * equals. Only columns of one hash are compared, value by value. Yields every few milliseconds.
 */
export function* equalColumns(
  table: TableValue,
  hashed: readonly HashedColumn[],
): Generator<void, readonly (readonly [ColumnMeta, ColumnMeta])[]> {
  const pairs: (readonly [ColumnMeta, ColumnMeta])[] = [];
  const firsts = new Map<number, ColumnMeta[]>();
  for (const { column, hash } of hashed) {
    const others = firsts.get(hash) ?? [];
    let isFound = false;
    for (const other of others) {
      if (isFound || other.type !== column.type) continue;
      isFound = yield* sameVectors(table, other, column);
      if (isFound) pairs.push([other, column]);
    }
    if (!isFound) firsts.set(hash, [...others, column]);
  }
  return pairs;
}
