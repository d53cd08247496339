/** Where `sumPresent` and `sumWhole` leave what they found. */
let present: f64 = 0;
let sum: f64 = 0;
let square: f64 = 0;

/**
 * Adds to `sums` (three f64) how many of the values (f64) at [from, to) are present, the sum of their
 * differences from `origin`, and that of the squares of these. Missing is NaN. With an origin among
 * the values this one look gives mean and variance to the last few digits (Chan, Golub and LeVeque,
 * 1983). Several sums run side by side: differs from the reference by rounding.
 */
export function sumColumn(values: usize, sums: usize, from: i32, to: i32, origin: f64): void {
  const start = values + (<usize>from << 3), end = values + (<usize>to << 3);
  sumWhole(start, end, origin);
  // Nothing is missing as a rule, and where something was, the sum is no number.
  if (square !== square) sumPresent(start, end, origin);
  store<f64>(sums, load<f64>(sums) + present);
  store<f64>(sums, load<f64>(sums, 8) + sum, 8);
  store<f64>(sums, load<f64>(sums, 16) + square, 16);
}

function sumWhole(start: usize, end: usize, origin: f64): void {
  const zero = f64x2.splat(origin);
  let sumA = f64x2.splat(0), sumB = sumA, sumC = sumA, sumD = sumA;
  let squareA = sumA, squareB = sumA, squareC = sumA, squareD = sumA;
  let at = start;
  for (; at + 64 <= end; at += 64) {
    const a = f64x2.sub(v128.load(at), zero), b = f64x2.sub(v128.load(at, 16), zero);
    sumA = f64x2.add(sumA, a);
    sumB = f64x2.add(sumB, b);
    squareA = f64x2.add(squareA, f64x2.mul(a, a));
    squareB = f64x2.add(squareB, f64x2.mul(b, b));
    const c = f64x2.sub(v128.load(at, 32), zero), d = f64x2.sub(v128.load(at, 48), zero);
    sumC = f64x2.add(sumC, c);
    sumD = f64x2.add(sumD, d);
    squareC = f64x2.add(squareC, f64x2.mul(c, c));
    squareD = f64x2.add(squareD, f64x2.mul(d, d));
  }
  present = <f64>((end - start) >> 3);
  sum = both(f64x2.add(f64x2.add(sumA, sumB), f64x2.add(sumC, sumD)));
  square = both(f64x2.add(f64x2.add(squareA, squareB), f64x2.add(squareC, squareD)));
  for (; at < end; at += 8) {
    const off = load<f64>(at) - origin;
    sum += off;
    square += off * off;
  }
}

function sumPresent(start: usize, end: usize, origin: f64): void {
  const zero = f64x2.splat(origin);
  let countA = i64x2.splat(0), countB = countA;
  let sumA = f64x2.splat(0), sumB = sumA, squareA = sumA, squareB = sumA;
  let at = start;
  for (; at + 32 <= end; at += 32) {
    const a = v128.load(at), b = v128.load(at, 16);
    const hasA = f64x2.eq(a, a), hasB = f64x2.eq(b, b);
    const offA = v128.and(f64x2.sub(a, zero), hasA), offB = v128.and(f64x2.sub(b, zero), hasB);
    countA = i64x2.sub(countA, hasA);
    countB = i64x2.sub(countB, hasB);
    sumA = f64x2.add(sumA, offA);
    sumB = f64x2.add(sumB, offB);
    squareA = f64x2.add(squareA, f64x2.mul(offA, offA));
    squareB = f64x2.add(squareB, f64x2.mul(offB, offB));
  }
  const counts = i64x2.add(countA, countB);
  present = <f64>(i64x2.extract_lane(counts, 0) + i64x2.extract_lane(counts, 1));
  sum = both(f64x2.add(sumA, sumB));
  square = both(f64x2.add(squareA, squareB));
  for (; at < end; at += 8) {
    const value = load<f64>(at);
    if (value !== value) continue;
    const off = value - origin;
    present += 1;
    sum += off;
    square += off * off;
  }
}

// @ts-ignore: decorator
@inline
function both(two: v128): f64 {
  return f64x2.extract_lane(two, 0) + f64x2.extract_lane(two, 1);
}
