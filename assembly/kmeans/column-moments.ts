/** What f32 tells apart from 0 beside 1. */
const TINY: f32 = 1.0 / <f32>(1 << 24);

/**
 * Writes for each column of rows [from, to) the sum of its values, the sum of their squared
 * differences from their mean, the largest size of any, and how many are smaller than 2⁻²⁴ of that
 * but not zero (f64 each). Two passes over four columns at a time, each sum of even rows and of odd ones from the first on, then both;
 * bit-identical to the reference. At least one row.
 */
export function columnMoments(
  points: usize, sums: usize, squares: usize, largest: usize, tiny: usize,
  from: i32, to: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const start = points + <usize>from * rowBytes;
  const end = points + <usize>to * rowBytes;
  // The last four columns may overlap those before: they get the same numbers again.
  for (let j = 0; j < columns && columns >= 4; j += 4) {
    const first = <usize>min(j, columns - 4);
    const at = first << 3;
    fourColumns(
      start + (first << 2), end, rowBytes, sums + at, squares + at, largest + at, tiny + at,
    );
  }
  for (let j = 0; j < columns && columns < 4; j++) {
    const at = <usize>j << 3;
    oneColumn(
      start + (<usize>j << 2), end, rowBytes, sums + at, squares + at, largest + at, tiny + at,
    );
  }
}

function fourColumns(
  start: usize, end: usize, rowBytes: usize,
  sums: usize, squares: usize, largest: usize, tiny: usize,
): void {
  // Rows are added two by two, for an addition takes longer than to begin the next.
  const pairs = (end - start + rowBytes - 1) / (2 * rowBytes);
  const last = start + pairs * 2 * rowBytes;
  let low = f64x2.splat(0), high = low, lowOdd = low, highOdd = low;
  let size = f32x4.splat(0);
  for (let at = start; at < last; at += 2 * rowBytes) {
    const four = v128.load(at), odd = v128.load(at + rowBytes);
    size = f32x4.pmax(size, f32x4.pmax(f32x4.abs(four), f32x4.abs(odd)));
    low = f64x2.add(low, lowerTwo(four));
    high = f64x2.add(high, upperTwo(four));
    lowOdd = f64x2.add(lowOdd, lowerTwo(odd));
    highOdd = f64x2.add(highOdd, upperTwo(odd));
  }
  const isOdd = last < end;
  const single = isOdd ? v128.load(last) : f32x4.splat(0);
  size = f32x4.pmax(size, f32x4.abs(single));
  low = f64x2.add(f64x2.add(low, lowerTwo(single)), lowOdd);
  high = f64x2.add(f64x2.add(high, upperTwo(single)), highOdd);
  v128.store(sums, low);
  v128.store(sums, high, 16);
  v128.store(largest, lowerTwo(size));
  v128.store(largest, upperTwo(size), 16);
  const rows = f64x2.splat(<f64>(pairs * 2 + <usize>i32(isOdd)));
  const lowMean = f64x2.div(low, rows), highMean = f64x2.div(high, rows);
  const limit = f32x4.mul(size, f32x4.splat(TINY));
  low = high = lowOdd = highOdd = f64x2.splat(0);
  let below = i32x4.splat(0);
  for (let at = start; at < last; at += 2 * rowBytes) {
    const four = v128.load(at), odd = v128.load(at + rowBytes);
    low = f64x2.add(low, squareFrom(lowMean, lowerTwo(four)));
    high = f64x2.add(high, squareFrom(highMean, upperTwo(four)));
    lowOdd = f64x2.add(lowOdd, squareFrom(lowMean, lowerTwo(odd)));
    highOdd = f64x2.add(highOdd, squareFrom(highMean, upperTwo(odd)));
    below = i32x4.sub(i32x4.sub(below, isTiny(four, limit)), isTiny(odd, limit));
  }
  if (isOdd) {
    low = f64x2.add(low, squareFrom(lowMean, lowerTwo(single)));
    high = f64x2.add(high, squareFrom(highMean, upperTwo(single)));
    below = i32x4.sub(below, isTiny(single, limit));
  }
  v128.store(squares, f64x2.add(low, lowOdd));
  v128.store(squares, f64x2.add(high, highOdd), 16);
  v128.store(tiny, f64x2.convert_low_i32x4_s(below));
  v128.store(tiny, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(below, below, 2, 3, 2, 3)), 16);
}

// @ts-ignore: decorator
@inline
function isTiny(four: v128, limit: v128): v128 {
  const sizes = f32x4.abs(four);
  return v128.and(f32x4.lt(sizes, limit), f32x4.gt(sizes, f32x4.splat(0)));
}

// @ts-ignore: decorator
@inline
function squareFrom(mean: v128, two: v128): v128 {
  const difference = f64x2.sub(two, mean);
  return f64x2.mul(difference, difference);
}

// @ts-ignore: decorator
@inline
function lowerTwo(four: v128): v128 {
  return f64x2.promote_low_f32x4(four);
}

// @ts-ignore: decorator
@inline
function upperTwo(four: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 2, 3));
}

function oneColumn(
  start: usize, end: usize, rowBytes: usize,
  sums: usize, squares: usize, largest: usize, tiny: usize,
): void {
  // The same order of additions as with four columns.
  let even: f64 = 0, odd: f64 = 0;
  let size: f32 = 0;
  let isOdd = false;
  for (let at = start; at < end; at += rowBytes, isOdd = !isOdd) {
    const value = load<f32>(at);
    size = max<f32>(size, abs<f32>(value));
    if (isOdd) odd += <f64>value;
    else even += <f64>value;
  }
  const sum = even + odd;
  const mean = sum / <f64>((end - start + rowBytes - 1) / rowBytes);
  let below = 0;
  even = 0;
  odd = 0;
  isOdd = false;
  for (let at = start; at < end; at += rowBytes, isOdd = !isOdd) {
    const value = load<f32>(at);
    const difference = <f64>value - mean;
    if (isOdd) odd += difference * difference;
    else even += difference * difference;
    below += i32(abs<f32>(value) < size * TINY && value !== 0);
  }
  store<f64>(sums, sum);
  store<f64>(squares, even + odd);
  store<f64>(largest, <f64>size);
  store<f64>(tiny, <f64>below);
}
