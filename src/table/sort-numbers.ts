/** Numbers handled between two pauses: a few milliseconds. */
const BLOCK = 1 << 17;
/** Fewer are sorted by the platform at once. */
const FEW = 1 << 12;
const BUCKETS = 1 << 11;

/** Six digits of a double, the least first: 11, 11 and 10 bits of either half. */
const DIGITS = [
  { half: 0, shift: 0 },
  { half: 0, shift: 11 },
  { half: 0, shift: 22 },
  { half: 1, shift: 0 },
  { half: 1, shift: 11 },
  { half: 1, shift: 22 },
] as const;
type Digit = (typeof DIGITS)[number];

/**
 * Sorts numbers ascending (no NaN among them; −0 before 0) in a new array, yielding every few
 * milliseconds. Radix sort, digit by digit of the bits (Knuth, "The Art of Computer Programming" 3,
 * 5.2.5), turned so that they order as the numbers do; digits that are the same throughout are
 * passed over, so whole numbers and few distinct ones cost less. Linear, one array beside the result.
 */
export function* sortNumbers(values: Float64Array): Generator<void, Float64Array> {
  if (values.length <= FEW) return values.slice().sort();
  let from = new Uint32Array(values.slice().buffer);
  let into = new Uint32Array(from.length);
  const counts = DIGITS.map(() => new Uint32Array(BUCKETS));
  for (const block of blocksOf(values.length)) {
    turnAndCount(from, counts, block);
    yield;
  }
  for (const [i, digit] of DIGITS.entries()) {
    const starts = startsOf(counts[i]!, values.length);
    if (starts === null) continue;
    for (const block of blocksOf(values.length)) {
      scatter({ from, into, starts }, digit, block);
      yield;
    }
    [from, into] = [into, from];
  }
  for (const block of blocksOf(values.length)) turnBack(from, block);
  return new Float64Array(from.buffer);
}

type Block = readonly [from: number, to: number];

function* blocksOf(length: number): Generator<Block, void> {
  for (let at = 0; at < length; at += BLOCK) yield [at, Math.min(at + BLOCK, length)];
}

/** Bits of negative numbers are all turned over, of others the sign alone: then they order as whole numbers. */
function turnAndCount(bits: Uint32Array, counts: readonly Uint32Array[], [from, to]: Block): void {
  const [c0, c1, c2, c3, c4, c5] = counts as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  for (let i = from; i < to; i++) {
    const high = bits[2 * i + 1]!;
    const turn = -(high >>> 31);
    const lo = bits[2 * i]! ^ turn;
    const hi = high ^ (turn | 0x80000000);
    bits[2 * i] = lo;
    bits[2 * i + 1] = hi;
    c0[lo & 0x7ff]!++;
    c1[(lo >>> 11) & 0x7ff]!++;
    c2[lo >>> 22]!++;
    c3[hi & 0x7ff]!++;
    c4[(hi >>> 11) & 0x7ff]!++;
    c5[hi >>> 22]!++;
  }
}

function turnBack(bits: Uint32Array, [from, to]: Block): void {
  for (let i = from; i < to; i++) {
    const high = bits[2 * i + 1]!;
    const turn = (high >>> 31) - 1;
    bits[2 * i] = bits[2 * i]! ^ turn;
    bits[2 * i + 1] = high ^ (turn | 0x80000000);
  }
}

/** Where each bucket begins; null when one holds everything. Overwrites the counts. */
function startsOf(counts: Uint32Array, length: number): Uint32Array | null {
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const count = counts[bucket]!;
    if (count === length) return null;
    counts[bucket] = start;
    start += count;
  }
  return counts;
}

interface Arrays {
  readonly from: Uint32Array;
  readonly into: Uint32Array;
  readonly starts: Uint32Array;
}

function scatter({ from, into, starts }: Arrays, { half, shift }: Digit, block: Block): void {
  const [first, end] = block;
  for (let i = first; i < end; i++) {
    const place = starts[(from[2 * i + half]! >>> shift) & 0x7ff]!++;
    into[2 * place] = from[2 * i]!;
    into[2 * place + 1] = from[2 * i + 1]!;
  }
}
