/**
 * Writes for each column of rows [from, to) the sum of its values, the sum of their squared
 * differences from their mean, and the largest size of any (f64 each). Two passes over four columns
 * at a time, each sum from the first row on; bit-identical to the reference. At least one row.
 */
export function columnMoments(
  points: usize, sums: usize, squares: usize, largest: usize,
  from: i32, to: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const start = points + <usize>from * rowBytes;
  const end = points + <usize>to * rowBytes;
  // The last four columns may overlap those before: they get the same numbers again.
  for (let j = 0; j < columns && columns >= 4; j += 4) {
    const first = <usize>min(j, columns - 4);
    const at = first << 3;
    fourColumns(start + (first << 2), end, rowBytes, sums + at, squares + at, largest + at);
  }
  for (let j = 0; j < columns && columns < 4; j++) {
    const at = <usize>j << 3;
    oneColumn(start + (<usize>j << 2), end, rowBytes, sums + at, squares + at, largest + at);
  }
}

function fourColumns(
  start: usize, end: usize, rowBytes: usize,
  sums: usize, squares: usize, largest: usize,
): void {
  let low = f64x2.splat(0), high = low;
  let size = f32x4.splat(0);
  for (let at = start; at < end; at += rowBytes) {
    const four = v128.load(at);
    size = f32x4.pmax(size, f32x4.abs(four));
    low = f64x2.add(low, f64x2.promote_low_f32x4(four));
    high = f64x2.add(high, upperTwo(four));
  }
  v128.store(sums, low);
  v128.store(sums, high, 16);
  v128.store(largest, f64x2.promote_low_f32x4(size));
  v128.store(largest, upperTwo(size), 16);
  const rows = f64x2.splat(<f64>((end - start + rowBytes - 1) / rowBytes));
  const lowMean = f64x2.div(low, rows), highMean = f64x2.div(high, rows);
  low = f64x2.splat(0);
  high = low;
  for (let at = start; at < end; at += rowBytes) {
    const four = v128.load(at);
    const a = f64x2.sub(f64x2.promote_low_f32x4(four), lowMean);
    const b = f64x2.sub(upperTwo(four), highMean);
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  v128.store(squares, low);
  v128.store(squares, high, 16);
}

// @ts-ignore: decorator
@inline
function upperTwo(four: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 2, 3));
}

function oneColumn(
  start: usize, end: usize, rowBytes: usize,
  sums: usize, squares: usize, largest: usize,
): void {
  let sum: f64 = 0;
  let size: f32 = 0;
  for (let at = start; at < end; at += rowBytes) {
    const value = load<f32>(at);
    size = max<f32>(size, abs<f32>(value));
    sum += <f64>value;
  }
  const mean = sum / <f64>((end - start + rowBytes - 1) / rowBytes);
  let square: f64 = 0;
  for (let at = start; at < end; at += rowBytes) {
    const difference = <f64>load<f32>(at) - mean;
    square += difference * difference;
  }
  store<f64>(sums, sum);
  store<f64>(squares, square);
  store<f64>(largest, <f64>size);
}
