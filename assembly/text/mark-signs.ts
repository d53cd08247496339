/**
 * Stores where the signs stand that cut text [from, to) into cells (u32 each, counted from `text`) and
 * returns how many: every quote, and delimiters and line breaks outside of quotes. Sixty-four bytes at a
 * time become one word of 64 bits for each kind of sign, and what lies between quotes is where the
 * running parity of their word is odd (Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019;
 * Ge et al., "Speculative Distributed CSV Data Parsing for Big Data Analytics", 2019). `from` must not be
 * within quotes. Up to 64 bytes behind `to` are read, up to 64 marks behind the last are written.
 */
export function markSigns(
  text: usize, from: i32, to: i32, marks: usize, delimiter: u32, quote: u32, newline: u32,
): i32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  const newlines = i8x16.splat(<i8>newline);
  const quotes = i8x16.splat(<i8>quote);
  let into = marks;
  // All ones while within quotes.
  let inside: u64 = 0;
  for (let at = from; at < to; at += 64) {
    const place = text + <usize>at;
    const a = v128.load(place), b = v128.load(place, 16), c = v128.load(place, 32), d = v128.load(place, 48);
    let bits = word(
      v128.or(i8x16.eq(a, delimiters), i8x16.eq(a, newlines)),
      v128.or(i8x16.eq(b, delimiters), i8x16.eq(b, newlines)),
      v128.or(i8x16.eq(c, delimiters), i8x16.eq(c, newlines)),
      v128.or(i8x16.eq(d, delimiters), i8x16.eq(d, newlines)),
    );
    const e = i8x16.eq(a, quotes), f = i8x16.eq(b, quotes), g = i8x16.eq(c, quotes), h = i8x16.eq(d, quotes);
    if (inside != 0 || v128.any_true(v128.or(v128.or(e, f), v128.or(g, h)))) {
      const quoted = word(e, f, g, h);
      const within = runningParity(quoted) ^ inside;
      inside = <u64>(<i64>within >> 63);
      bits = (bits & ~within) | quoted;
    }
    if (to - at < 64) bits &= (<u64>1 << <u64>(to - at)) - 1;
    into = storePlaces(bits, <u32>at, into);
  }
  return <i32>((into - marks) >> 2);
}

/** Sixty-four lanes as bits. */
// @ts-ignore: decorator
@inline
function word(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | <u32>i8x16.bitmask(b) << 16;
  const high = <u32>i8x16.bitmask(c) | <u32>i8x16.bitmask(d) << 16;
  return <u64>low | <u64>high << 32;
}

/** Bit i: whether an odd number of the bits 0 … i are set. */
// @ts-ignore: decorator
@inline
function runningParity(bits: u64): u64 {
  let parity = bits;
  parity ^= parity << 1;
  parity ^= parity << 2;
  parity ^= parity << 4;
  parity ^= parity << 8;
  parity ^= parity << 16;
  parity ^= parity << 32;
  return parity;
}

/** Eight at a time, without a look at how many there are: what is too much is written over. */
// @ts-ignore: decorator
@inline
function storePlaces(bits: u64, base: u32, into: usize): usize {
  const end = into + (<usize>popcnt(bits) << 2);
  let rest = bits;
  let at = into;
  do {
    for (let i = 0; i < 8; i++) {
      store<u32>(at + (<usize>i << 2), base + <u32>ctz(rest));
      rest &= rest - 1;
    }
    at += 32;
  } while (at < end);
  return end;
}
