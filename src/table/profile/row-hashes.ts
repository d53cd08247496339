/**
 * Hashes of rows, a column at a time: two 32-bit numbers a row, mixed as MurmurHash3 does (Appleby,
 * public domain). They only find rows that may be the same; `duplicatesOf` compares the values.
 */
export interface RowHashes {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export function createRowHashes(rows: number): RowHashes {
  return { low: new Int32Array(rows), high: new Int32Array(rows).fill(0x9747b28c | 0) };
}

/** Rows handled between two pauses. */
const BLOCK = 1 << 17;
/** Stands for a missing number: no double that was read has these bits. */
const MISSING_HIGH = 0x7ff80000;

/**
 * Mixes a column of numbers (NaN: missing) into the hashes of its rows and returns a hash of the
 * whole column, by which equal columns are found.
 */
export function* mixNumbers(hashes: RowHashes, values: Float64Array): Generator<void, number> {
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  let column = values.length | 0;
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, values.length);
    column = mixHalves(hashes, { values, halves, from, to, column });
    yield;
  }
  return column;
}

function mixHalves(
  { low, high }: RowHashes,
  part: {
    readonly values: Float64Array;
    readonly halves: Int32Array;
    readonly from: number;
    readonly to: number;
    readonly column: number;
  },
): number {
  const { values, halves, from, to } = part;
  let column = part.column;
  for (let row = from; row < to; row++) {
    let lo = halves[2 * row]!;
    let hi = halves[2 * row + 1]!;
    const value = values[row]!;
    if (value === 0) {
      // −0 is 0.
      lo = 0;
      hi = 0;
    } else if (value !== value) {
      lo = 0;
      hi = MISSING_HIGH;
    }
    const mixed = mix(mix(0, lo), hi);
    low[row] = mix(low[row]!, mixed);
    high[row] = mix(high[row]!, Math.imul(mixed, 0x2c1b3c6d) ^ lo);
    column = mix(column, mixed);
  }
  return column;
}

/** The same of a column of codes (−1: missing). */
export function* mixCodes(hashes: RowHashes, codes: Int32Array): Generator<void, number> {
  const { low, high } = hashes;
  let column = codes.length | 0;
  for (let from = 0; from < codes.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, codes.length);
    for (let row = from; row < to; row++) {
      const mixed = mix(0x2545f491, codes[row]!);
      low[row] = mix(low[row]!, mixed);
      high[row] = mix(high[row]!, Math.imul(mixed, 0x2c1b3c6d));
      column = mix(column, mixed);
    }
    yield;
  }
  return column;
}

function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}
