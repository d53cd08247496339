import { exactQuotient } from './exact-quotient';

const LF: u32 = 0x0a;
const CR: u32 = 0x0d;
const ZERO: u32 = 0x30;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;

/** Nineteen digits fit into 64 bits; powers of ten up to the 22nd are exact in f64. */
const MOST_DIGITS: i32 = 19;
const MOST_DECIMALS: i32 = 22;

/** 2⁵³: up to here every whole number is exact in f64. */
const EXACT: u64 = 1 << 53;

/**
 * Cuts text [from, to) into records and reads them, until one is not simple: it has more or fewer
 * cells, a doubled quote, text after a closing quote, or in a column of numbers something else than
 * an empty cell or digits with a sign and a point. Returns how many records were read (at most
 * `capacity`) and stores at `told` where the next begins.
 *
 * `kinds` has a byte a column: 1 numbers, 0 text. Cell i of column c lies at `cells` + 8·(c·capacity + i):
 * an f64 (NaN: empty), or where the text begins and ends (two i32, quotes left out). Behind `told`
 * follows an i32 a column: 1 where it saw decimals, perhaps in the record that it stopped at. The byte
 * at `to` must be zero. Numbers are correctly rounded.
 */
export function scanRecords(
  text: usize, from: i32, to: i32, delimiter: u32, quote: u32, newline: u32,
  kinds: usize, columns: i32, cells: usize, capacity: i32, told: usize,
): i32 {
  const end = text + <usize>to;
  const columnBytes = <usize>capacity << 3;
  let at = text + <usize>from;
  let rows = 0;
  for (; rows < capacity && at < end; rows++) {
    const start = at;
    let cell = cells + (<usize>rows << 3);
    let c = 0;
    for (; c < columns; c++, cell += columnBytes) {
      const stop = load<u8>(kinds + <usize>c) == 1
        ? readNumber(at, cell, told + 4 + (<usize>c << 2))
        : readText(at, end, text, cell, delimiter, quote, newline);
      if (stop == 0) break;
      at = stop;
      let sign: u32 = load<u8>(at);
      if (sign == CR && newline == LF && load<u8>(at, 1) == LF) {
        at++;
        sign = LF;
      }
      if (at >= end || sign != (c == columns - 1 ? newline : delimiter)) break;
      at++;
    }
    // One empty cell is a blank line, which is no record.
    const isBlank = columns == 1 && at - start < 3 && isEmpty(start, delimiter, newline);
    if (c < columns || isBlank) {
      at = start;
      break;
    }
  }
  store<i32>(told, <i32>(at - text));
  return rows;
}

// @ts-ignore: decorator
@inline
function isEmpty(at: usize, delimiter: u32, newline: u32): bool {
  const sign: u32 = load<u8>(at);
  return sign == newline || sign == CR || sign == delimiter;
}

/** Returns where the cell stops, or 0 when it is neither empty nor a plain number. */
function readNumber(from: usize, into: usize, sawDecimals: usize): usize {
  let at = from;
  const isNegative = <u32>load<u8>(at) == MINUS;
  if (isNegative) at++;
  const first = at;
  let digits: u64 = 0;
  let digit: u32 = <u32>load<u8>(at) - ZERO;
  while (digit <= 9) {
    digits = digits * 10 + digit;
    digit = <u32>load<u8>(++at) - ZERO;
  }
  const whole = <i32>(at - first);
  if (whole == 0) {
    if (isNegative || <u32>load<u8>(at) == POINT) return 0;
    store<f64>(into, NaN);
    return at;
  }
  if (whole > 1 && <u32>load<u8>(first) == ZERO) return 0;
  let decimals = 0;
  if (<u32>load<u8>(at) == POINT) {
    const point = at;
    digit = <u32>load<u8>(++at) - ZERO;
    while (digit <= 9) {
      digits = digits * 10 + digit;
      digit = <u32>load<u8>(++at) - ZERO;
    }
    decimals = <i32>(at - point) - 1;
    if (decimals == 0 || decimals > MOST_DECIMALS) return 0;
    store<i32>(sawDecimals, 1);
  }
  // A whole number beyond 15 digits may be a name; it is for the careful reader.
  if (whole > 15 || whole + decimals - zerosBefore(first) > MOST_DIGITS) return 0;
  const value = digits <= EXACT ? <f64>digits / powerOfTen(decimals) : exactQuotient(digits, powerOfTen(decimals));
  if (value != value) return 0;
  // −0 is for the careful reader too.
  if (isNegative && digits == 0) return 0;
  store<f64>(into, isNegative ? -value : value);
  return at;
}

/** Zeros that stand before the first other digit of 0.00…, which count for nothing. */
function zerosBefore(first: usize): i32 {
  if (<u32>load<u8>(first) != ZERO || <u32>load<u8>(first, 1) != POINT) return 0;
  let at = first + 2;
  while (<u32>load<u8>(at) == ZERO) at++;
  return <i32>(at - first) - 1;
}

/** Returns where the cell stops, or 0 when it is not simple or its end is not here. */
function readText(
  from: usize, end: usize, text: usize, into: usize, delimiter: u32, quote: u32, newline: u32,
): usize {
  let at = from;
  if (<u32>load<u8>(at) == quote) {
    at++;
    while (at < end && <u32>load<u8>(at) != quote) at++;
    if (at >= end) return 0;
    store<i32>(into, <i32>(from + 1 - text));
    store<i32>(into, <i32>(at - text), 4);
    return at + 1;
  }
  let sign: u32 = load<u8>(at);
  while (at < end && sign != delimiter && sign != newline) sign = load<u8>(++at);
  const isReturn = newline == LF && sign == LF && at > from && <u32>load<u8>(at - 1) == CR;
  const stop = isReturn ? at - 1 : at;
  store<i32>(into, <i32>(from - text));
  store<i32>(into, <i32>(stop - text), 4);
  return stop;
}

const POWERS = memory.data<f64>([
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]);

// @ts-ignore: decorator
@inline
function powerOfTen(exponent: i32): f64 {
  return load<f64>(POWERS + (<usize>exponent << 3));
}
