/** Up to here a number is divided in 32 bits, which is fast. */
const TEN_9 = 1e9;
const ROWS_AT_ONCE = 1 << 15;

/** Texts one behind the other: row i is `bytes[offsets[i], offsets[i + 1])`. */
export interface WrittenNumbers {
  readonly bytes: Uint8Array;
  readonly offsets: Int32Array;
}

/**
 * Writes whole numbers of at most fifteen digits as text; for NaN stands what `other` says, or nothing.
 * Yields about every 32,000 rows.
 */
export function* writeWholes(
  values: Float64Array,
  other: (row: number) => Uint8Array | undefined,
): Generator<void, WrittenNumbers> {
  const offsets = new Int32Array(values.length + 1);
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
    const to = Math.min(values.length, from + ROWS_AT_ONCE);
    measure({ values, from, to }, offsets, other);
    yield;
  }
  const bytes = new Uint8Array(offsets[values.length]!);
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
    const to = Math.min(values.length, from + ROWS_AT_ONCE);
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (!Number.isNaN(value)) writeWhole(value, bytes, offsets[row]!, offsets[row + 1]!);
      else bytes.set(other(row) ?? NOTHING, offsets[row]);
    }
    yield;
  }
  return { bytes, offsets };
}

const NOTHING = new Uint8Array(0);

/** Says where each text ends. Neighbours are mostly equally long, which a look at two limits tells. */
function measure(
  {
    values,
    from,
    to,
  }: { readonly values: Float64Array; readonly from: number; readonly to: number },
  offsets: Int32Array,
  other: (row: number) => Uint8Array | undefined,
): void {
  let [least, limit, digits] = [0, 10, 1];
  let end = offsets[from]!;
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) end += other(row)?.length ?? 0;
    else {
      const whole = Math.abs(value);
      if (whole < least || whole >= limit) [least, limit, digits] = rangeOf(whole);
      end += value < 0 ? digits + 1 : digits;
    }
    offsets[row + 1] = end;
  }
}

/** The numbers that have as many digits as this one, from the least up to a limit, and how many. */
function rangeOf(whole: number): [least: number, limit: number, digits: number] {
  let limit = 10;
  let digits = 1;
  for (; whole >= limit; limit *= 10) digits++;
  return [digits === 1 ? 0 : limit / 10, limit, digits];
}

function writeWhole(value: number, into: Uint8Array, from: number, to: number): void {
  let whole = value;
  let end = to;
  if (value < 0) {
    into[from] = 0x2d;
    whole = -value;
  }
  if (whole >= TEN_9) {
    const high = Math.floor(whole / TEN_9);
    end = writeDigits(whole - high * TEN_9, into, to - 9, to);
    whole = high;
  }
  writeDigits(whole, into, value < 0 ? from + 1 : from, end);
}

/** Fills [from, to) with the last digits of a number below 10⁹; returns `from`. */
function writeDigits(value: number, into: Uint8Array, from: number, to: number): number {
  let rest = value | 0;
  for (let at = to - 1; at >= from; at--) {
    const shorter = (rest / 10) | 0;
    into[at] = 0x30 + (rest - shorter * 10);
    rest = shorter;
  }
  return from;
}
