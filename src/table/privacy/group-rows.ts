/** Rows of equal codes, numbered from 0 in order of appearance. */
export interface RowGroups {
  readonly groups: Int32Array;
  /** Rows of each group. */
  readonly sizes: Int32Array;
}

const BLOCK = 1 << 15;

/**
 * Groups rows that have the same code (−1: missing, a code too) in every column, a column at a time:
 * the pair of the group so far and the next code is looked up, both compared in full. Linear in rows ×
 * columns, about 24 bytes a row.
 */
export function* groupRows(
  rows: number,
  columns: readonly Int32Array[],
): Generator<void, RowGroups> {
  let found: RowGroups = {
    groups: new Int32Array(rows),
    sizes: rows === 0 ? new Int32Array() : Int32Array.of(rows),
  };
  for (const codes of columns) found = yield* split(found.groups, codes);
  return found;
}

/** Groups split by one more column. */
function* split(before: Int32Array, codes: Int32Array): Generator<void, RowGroups> {
  const rows = before.length;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, rows * 2)))).fill(-1);
  const mask = slots.length - 1;
  const groups = new Int32Array(rows);
  /** A row of each group: what the group is, is read there. */
  const first = new Int32Array(rows);
  const sizes = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const [group, code] = [before[row]!, codes[row]!];
    let slot = hashOf(group, code) & mask;
    let number = slots[slot]!;
    while (number >= 0 && (before[first[number]!] !== group || codes[first[number]!] !== code)) {
      slot = (slot + 1) & mask;
      number = slots[slot]!;
    }
    if (number < 0) {
      number = count++;
      slots[slot] = number;
      first[number] = row;
    }
    groups[row] = number;
    sizes[number]!++;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return { groups, sizes: sizes.slice(0, count) };
}

/** Two numbers as one, mixed as MurmurHash3 finishes (Appleby, public domain). */
function hashOf(group: number, code: number): number {
  let hash = Math.imul(group, 0x9e3779b1) ^ Math.imul(code, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
