import { exactQuotient } from './exact-quotient';

const ZERO: u32 = 0x30;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;

/** Nineteen digits fit into 64 bits; powers of ten up to the 22nd are exact in f64. */
const MOST_DIGITS: i32 = 19;
const MOST_DECIMALS: i32 = 22;

/** 2⁵³: up to here every whole number is exact in f64. */
const EXACT: u64 = 1 << 53;

/** Flags that a column gathers. */
const SAW_DECIMALS: i32 = 1;
const SAW_MINUS: i32 = 2;

/**
 * Reads the digits [from, end), with a sign and a point, as the nearest f64, an empty cell as NaN; false
 * when it is neither. The sixteen bytes before `end` are looked at in one go, without a branch on how many
 * digits there are, which no processor could foresee. One division of two exact numbers is
 * rounded correctly (Clinger, "How to read floating point numbers accurately", 1990).
 */
// @ts-ignore: decorator
@inline
export function readNumber(from: usize, end: usize, into: usize, flags: usize): bool {
  const length = <i32>(end - from);
  if (length == 0) {
    store<f64>(into, NaN);
    return true;
  }
  if (length > 16) return readLongNumber(from, end, into, flags);
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const digits = i8x16.sub(v128.load(end - 16), i8x16.splat(<i8>ZERO));
  let others = i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) & (0xffff << (16 - length));
  const isNegative = <i32>(<u32>load<u8>(from) == MINUS);
  others &= others - isNegative;
  const first = 16 - length + isNegative;
  // Sixteen, where the sign behind the cell stands, when there is no point.
  const point = ctz(others | 0x10000);
  const hasPoint = <i32>(others != 0);
  const whole = point - first;
  const isPoint = <i32>(<u32>load<u8>(end - 16 + <usize>point) == POINT);
  const isPadded = <i32>(whole > 1) & <i32>(<u32>load<u8>(from + <usize>isNegative) == ZERO);
  const isOdd = others & (others - 1) | isPoint ^ hasPoint | isPadded
    | <i32>(whole == 0) | <i32>(whole > 15) | <i32>(point == 15);
  if (isOdd) return false;
  // Digits before the point move over it; what stands before the first becomes 0.
  const kept = v128.and(digits, i8x16.ge_s(places, i8x16.splat(<i8>first)));
  const before = i8x16.le_s(places, i8x16.splat(<i8>(point | hasPoint - 1)));
  const value = sumDigits(i8x16.swizzle(kept, i8x16.add(places, before))) / powerOfTen(15 - point & -hasPoint);
  // −0 is for the careful reader.
  if (isNegative && value == 0) return false;
  store<f64>(into, isNegative ? -value : value);
  store<i32>(flags, load<i32>(flags) | hasPoint * SAW_DECIMALS | isNegative * SAW_MINUS);
  return true;
}

/**
 * The number that sixteen digits make, by pairs, fours and eights (Muła and Lemire, "Faster Base64
 * encoding and decoding using AVX2 instructions", 2018, sum pairs that way).
 */
// @ts-ignore: decorator
@inline
function sumDigits(digits: v128): f64 {
  const tens = i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10));
  const pairs = i16x8.add(tens, i16x8.shr_u(digits, 8));
  const fours = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
  const narrow = i16x8.narrow_i32x4_s(fours, fours);
  const eights = i32x4.dot_i16x8_s(narrow, i16x8(10000, 1, 10000, 1, 10000, 1, 10000, 1));
  return <f64>i32x4.extract_lane(eights, 0) * 1e8 + <f64>i32x4.extract_lane(eights, 1);
}

/** As `readNumber`, digit by digit. */
function readLongNumber(from: usize, end: usize, into: usize, flags: usize): bool {
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
  // A whole number beyond 15 digits may be a name; it is for the careful reader.
  if (whole == 0 || whole > 15 || <u32>load<u8>(at) != POINT) return false;
  if (whole > 1 && <u32>load<u8>(first) == ZERO) return false;
  const point = at;
  digit = <u32>load<u8>(++at) - ZERO;
  while (digit <= 9) {
    digits = digits * 10 + digit;
    digit = <u32>load<u8>(++at) - ZERO;
  }
  const decimals = <i32>(at - point) - 1;
  if (at != end || decimals > MOST_DECIMALS) return false;
  if (whole + decimals - zerosBefore(first) > MOST_DIGITS) return false;
  const value = digits <= EXACT ? <f64>digits / powerOfTen(decimals) : exactQuotient(digits, powerOfTen(decimals));
  if (value != value || (isNegative && digits == 0)) return false;
  store<f64>(into, isNegative ? -value : value);
  store<i32>(flags, load<i32>(flags) | SAW_DECIMALS | <i32>isNegative * SAW_MINUS);
  return true;
}

/** Zeros that stand before the first other digit of 0.00…, which count for nothing. */
function zerosBefore(first: usize): i32 {
  if (<u32>load<u8>(first) != ZERO || <u32>load<u8>(first, 1) != POINT) return 0;
  let at = first + 2;
  while (<u32>load<u8>(at) == ZERO) at++;
  return <i32>(at - first) - 1;
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
