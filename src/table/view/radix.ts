const BUCKETS = 1 << 16;
const BLOCK = 1 << 17;

/** Rows in an order, with room of the same size to sort them into; the two change places. */
export interface Ordered {
  rows: Uint32Array;
  spare: Uint32Array;
}

export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * Sorts a part of the rows by a 32-bit key of each row (`keys[row]`), ascending and stable: two
 * passes over 16 bits, lowest first, a pass left out where all rows agree (Knuth, TAOCP 3, 5.2.5).
 */
export function* sortByKey(
  ordered: Ordered,
  keys: Uint32Array,
  part: Part = { from: 0, to: ordered.rows.length },
): Generator<void, void> {
  for (const shift of [0, 16]) yield* sortByDigit(ordered, { keys, shift, part });
}

function* sortByDigit(
  ordered: Ordered,
  { keys, shift, part }: { keys: Uint32Array; shift: number; part: Part },
): Generator<void, void> {
  const { from, to } = part;
  if (to - from < 2) return;
  const { rows, spare } = ordered;
  const places = new Uint32Array(BUCKETS);
  for (let i = from; i < to; i++) {
    places[(keys[rows[i]!]! >>> shift) & 0xffff]!++;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  if (places[(keys[rows[from]!]! >>> shift) & 0xffff] === to - from) return;
  let next = from;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = places[digit]!;
    places[digit] = next;
    next += count;
  }
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    spare[places[(keys[row]! >>> shift) & 0xffff]!++] = row;
    if (i % BLOCK === BLOCK - 1) yield;
  }
  if (to - from === rows.length) {
    ordered.rows = spare;
    ordered.spare = rows;
  } else rows.set(spare.subarray(from, to), from);
}
