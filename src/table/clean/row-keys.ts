import type { NewColumn } from '../create-table';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import { hashedColumn, type HashedColumn, type RowHashes } from './row-hashes';

/** The types whose values tell rows apart best, so that few rows are left to look at. */
const TELLING = ['identifier', 'text', 'number', 'date', 'category', 'boolean'];

/**
 * For each of these rows the first of them that is equal in every one of the columns, itself when none
 * came before. Missing equals missing, 0 equals −0. Column by column: rows that already differ from all
 * others are not looked at again, and no text is made. 8 bytes a row of the input, and 8 a row that may
 * have an equal.
 */
export function* firstEquals(
  columns: readonly NewColumn[],
  rows: Int32Array,
  inputRows: number,
): Paced<Int32Array> {
  const hashes = { low: new Uint32Array(inputRows), high: new Uint32Array(inputRows) };
  const ordered = [...columns].sort((a, b) => TELLING.indexOf(a.type) - TELLING.indexOf(b.type));
  const hashed = ordered.map(hashedColumn);
  let open = rows;
  for (const column of hashed) {
    if (open.length === 0) break;
    yield* column.addTo(hashes, open);
    open = yield* withoutSingles(open, hashes);
  }
  const firsts = rows.slice();
  yield;
  if (open.length > 0) yield* pair(firsts, { rows, open, hashes, hashed });
  return firsts;
}

/** The rows whose hash may occur again; counted in few slots, so that some that are single stay. */
function* withoutSingles(rows: Int32Array, { low }: RowHashes): Paced<Int32Array> {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(64, rows.length * 4)));
  const counts = new Uint8Array(slots);
  for (let i = 0; i < rows.length; i++) {
    const slot = low[rows[i]!]! & (slots - 1);
    if (counts[slot]! < 2) counts[slot]!++;
    if (i % (BLOCK * 4) === 0) yield;
  }
  const open = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if (counts[low[rows[i]!]! & (slots - 1)]! > 1) open[count++] = rows[i]!;
    if (i % (BLOCK * 4) === 0) yield;
  }
  return open.subarray(0, count);
}

interface Pairing {
  readonly rows: Int32Array;
  /** Those among them that may equal another, ascending like them. */
  readonly open: Int32Array;
  readonly hashes: RowHashes;
  readonly hashed: readonly HashedColumn[];
}

/** Equal hashes are proved by equal values. */
function* pair(firsts: Int32Array, { rows, open, hashes, hashed }: Pairing): Paced<void> {
  const { low, high } = hashes;
  const size = 2 ** Math.ceil(Math.log2(open.length * 2 + 1));
  const slots = new Int32Array(size).fill(-1);
  let at = 0;
  for (let i = 0; i < open.length; i++) {
    const row = open[i]!;
    while (rows[at] !== row) at++;
    for (let slot = low[row]! & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const first = slots[slot]!;
      if (first < 0) {
        slots[slot] = row;
        break;
      }
      if (low[first] !== low[row] || high[first] !== high[row]) continue;
      if (!hashed.every(({ areEqual }) => areEqual(first, row))) continue;
      firsts[at] = first;
      break;
    }
    if (i % (SLOW_BLOCK * 4) === 0) yield;
  }
}

/** How many of these rows equal an earlier one of them in every column. */
export function* countRepeats(
  columns: readonly NewColumn[],
  rows: Int32Array,
  inputRows: number,
): Paced<number> {
  if (columns.length === 0) return 0;
  const firsts = yield* firstEquals(columns, rows, inputRows);
  let repeats = 0;
  for (let i = 0; i < rows.length; i++) if (firsts[i] !== rows[i]) repeats++;
  return repeats;
}
