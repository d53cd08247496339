/** 2²⁷ + 1, which splits an f64 into two halves (Veltkamp). */
const SPLITTER: f64 = 134217729.0;

/**
 * digits ÷ power as the nearest f64, for a power of ten up to 10²²; NaN in the rare case that the
 * remainder leaves the rounding in doubt. Dekker, "A floating-point technique for extending the
 * available precision" (1971): the quotient, its remainder by an exact product, and a second
 * quotient from that.
 */
export function exactQuotient(digits: u64, power: f64): f64 {
  const high = <f64>digits;
  // Rounding to f64 may have gone up: the difference is a signed number of at most 11 bits.
  const low = <f64><i64>(digits - <u64>high);
  const first = high / power;
  const product = first * power;
  const remainder = high - product - errorOfProduct(first, power, product) + low;
  const second = remainder / power;
  const value = first + second;
  const error = second - (value - first);
  // Half a unit of the last place is where rounding turns; at a power of two a quarter below.
  const unit = reinterpret<f64>(reinterpret<u64>(value) & 0x7ff0000000000000) * 2.220446049250313e-16;
  const isPower = (reinterpret<u64>(value) & 0x000fffffffffffff) == 0;
  return isPower || abs(error) > 0.499999 * unit ? NaN : value;
}

/** What the product lacks of a·b, exactly. */
function errorOfProduct(a: f64, b: f64, product: f64): f64 {
  const aHigh = highOf(a), bHigh = highOf(b);
  const aLow = a - aHigh, bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

// @ts-ignore: decorator
@inline
function highOf(value: f64): f64 {
  const split = value * SPLITTER;
  return split - (split - value);
}
