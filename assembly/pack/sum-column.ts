/**
 * Adds to `sums` (three f64) how many of the values (f64) at [from, to) are present, the sum of their
 * differences from `origin`, and that of the squares of these. Missing is NaN. With an origin among
 * the values this one look gives mean and variance to the last few digits (Chan, Golub and LeVeque,
 * 1983). Four sums run side by side: differs from the reference by rounding.
 */
export function sumColumn(values: usize, sums: usize, from: i32, to: i32, origin: f64): void {
  const zero = f64x2.splat(origin);
  let countA = i64x2.splat(0), countB = countA;
  let sumA = f64x2.splat(0), sumB = sumA, squareA = sumA, squareB = sumA;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const at = values + (<usize>i << 3);
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
  let present = <f64>(i64x2.extract_lane(counts, 0) + i64x2.extract_lane(counts, 1));
  let sum = both(f64x2.add(sumA, sumB));
  let square = both(f64x2.add(squareA, squareB));
  for (; i < to; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    if (value != value) continue;
    const off = value - origin;
    present += 1;
    sum += off;
    square += off * off;
  }
  store<f64>(sums, load<f64>(sums) + present);
  store<f64>(sums, load<f64>(sums, 8) + sum, 8);
  store<f64>(sums, load<f64>(sums, 16) + square, 16);
}

// @ts-ignore: decorator
@inline
function both(two: v128): f64 {
  return f64x2.extract_lane(two, 0) + f64x2.extract_lane(two, 1);
}
