/** A stretch of bytes that is read from its beginning on. */
export interface Bytes {
  readonly view: DataView;
  offset: number;
}

/** Bits of a varint that a count may have; what is longer counts nothing that exists. */
const COUNT_BITS = 35;

/**
 * Reads `count` numbers of `width` bits in Parquet's hybrid of runs and packed groups of eight
 * ("Encodings", RLE = 3) from the bytes up to `end`. Each step of it takes bytes or fills places of
 * the result: a run that claims more than there is room for, or bytes that end early, are damage.
 */
export function readRuns(
  bytes: Bytes,
  { width, count, end }: { readonly width: number; readonly count: number; readonly end: number },
): Int32Array {
  if (width > 32) throw new Error(`numbers of ${width} bits`);
  if (!(end <= bytes.view.byteLength)) throw new Error('runs that leave their page');
  const numbers = new Int32Array(count);
  // Without a bit there is only one number, and no bytes are needed to say so.
  let seen = width === 0 ? count : 0;
  while (seen < count) {
    const header = readCount(bytes, end);
    const isPacked = header % 2 === 1;
    const run = Math.floor(header / 2);
    if (isPacked) seen = readPacked(bytes, { width, end, groups: run }, numbers, seen);
    else {
      if (run > count - seen) throw new Error(`a run of ${run} where ${count - seen} are left`);
      numbers.fill(readWhole(bytes, width, end), seen, seen + run);
      seen += run;
    }
  }
  return numbers;
}

function byteAt(view: DataView, at: number, end: number): number {
  if (at >= end) throw new Error('runs cut short');
  return view.getUint8(at);
}

function readCount(bytes: Bytes, end: number): number {
  let count = 0;
  for (let shift = 0; shift < COUNT_BITS; shift += 7) {
    const byte = byteAt(bytes.view, bytes.offset++, end);
    count += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return count;
  }
  throw new Error('a run of impossible length');
}

function readWhole(bytes: Bytes, width: number, end: number): number {
  let value = 0;
  for (let bits = 0; bits < width; bits += 8) {
    value |= byteAt(bytes.view, bytes.offset++, end) << bits;
  }
  return value;
}

/** Groups of eight numbers, lowest bit first; the last of them may be filled up, or cut. */
function readPacked(
  bytes: Bytes,
  { width, end, groups }: { readonly width: number; readonly end: number; readonly groups: number },
  numbers: Int32Array,
  seen: number,
): number {
  const { view, offset } = bytes;
  const to = Math.min(numbers.length, seen + groups * 8);
  const mask = width === 32 ? -1 : (1 << width) - 1;
  let held = 0;
  let bits = 0;
  let at = offset;
  for (let i = seen; i < to; i++) {
    let value = held;
    let got = bits;
    while (got < width) {
      held = byteAt(view, at++, end);
      value |= held << got;
      got += 8;
    }
    numbers[i] = value & mask;
    // What is left of the last byte begins the next number.
    if (got > bits) held >>>= 8 - (got - width);
    else held >>>= width;
    bits = got - width;
  }
  bytes.offset = Math.min(end, offset + groups * width);
  return to;
}
