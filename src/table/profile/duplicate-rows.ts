import type { RowHashes } from './row-hashes';
import type { SameValues } from './same-values';

const BLOCK = 1 << 15;

/**
 * Rows that repeat an earlier row, counted as pandas' `duplicated` does. Rows of one hash are
 * compared value by value, so that a collision counts for nothing. Linear; eight bytes a row.
 */
export function* countDuplicates(
  { low, high }: RowHashes,
  same: readonly SameValues[],
): Generator<void, number> {
  const rows = low.length;
  const slots = new Int32Array(tableSize(rows)).fill(-1);
  const mask = slots.length - 1;
  const isSame = (a: number, b: number): boolean => same.every((one) => one(a, b));
  let duplicates = 0;
  for (let row = 0; row < rows; row++) {
    let slot = (low[row]! ^ (high[row]! >>> 15)) & mask;
    for (;;) {
      const first = slots[slot]!;
      if (first < 0) {
        slots[slot] = row;
        break;
      }
      if (low[first] === low[row] && high[first] === high[row] && isSame(first, row)) {
        duplicates++;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return duplicates;
}

/** A power of two, at least twice as many. */
function tableSize(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2)));
}
