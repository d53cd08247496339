import { LARGEST, LEAST_STEP, REACH, codeBytes } from './codes';

/**
 * Writes the codes of rows [from, to), the step of each and its squared norm (f32). `center` (f32,
 * padded with zeros to whole vectors) is subtracted and the rest multiplied by `unit`, a power of
 * two that makes every value at most 1.
 */
export function encodeRows(
  points: usize, center: usize, codes: usize, steps: usize, squares: usize,
  from: i32, to: i32, columns: i32, unit: f32,
): void {
  const reach = <f32>(REACH - 2 - sqrt<f64>(<f64>columns));
  const bytes = codeBytes(columns);
  for (let i = from; i < to; i++) {
    const row = points + ((<usize>i * <usize>columns) << 2);
    measure(row, center, columns, unit);
    const norm = sqrt<f32>(square);
    let step = max<f32>(norm / reach, largest / <f32>LARGEST) * (1.0 + 1.0 / <f32>(1 << 20));
    step = max<f32>(step, <f32>LEAST_STEP);
    store<f32>(steps + (<usize>i << 2), step);
    store<f32>(squares + (<usize>i << 2), square);
    encode(row, center, codes + <usize>i * bytes, columns, unit, 1 / step);
  }
}

/** Where `measure` leaves the squared norm and the largest value. */
let square: f32 = 0;
let largest: f32 = 0;

// @ts-ignore: decorator
@inline
function measure(row: usize, center: usize, columns: i32, unit: f32): void {
  let sum = f32x4.splat(0);
  let most = sum;
  for (let j = 0; j < columns; j += 4, row += 16, center += 16) {
    const y = four(row, center, columns - j, unit);
    sum = f32x4.add(sum, f32x4.mul(y, y));
    most = f32x4.pmax(most, f32x4.abs(y));
  }
  square = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)
    + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
  largest = max<f32>(
    max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
}

/** Writes the codes of a row: its values in steps, rounded. */
// @ts-ignore: decorator
@inline
function encode(
  row: usize, center: usize, into: usize, columns: i32, unit: f32, inverse: f32,
): void {
  const inverses = f32x4.splat(inverse);
  let j = 0;
  for (; j < columns; j += 8, row += 32, center += 32, into += 16) {
    const low = f32x4.mul(four(row, center, columns - j, unit), inverses);
    const high = f32x4.mul(four(row + 16, center + 16, columns - j - 4, unit), inverses);
    v128.store(into, i16x8.narrow_i32x4_s(
      i32x4.trunc_sat_f32x4_s(f32x4.nearest(low)), i32x4.trunc_sat_f32x4_s(f32x4.nearest(high)),
    ));
  }
  // Codes fill pairs of vectors.
  if (j & 8) v128.store(into, i16x8.splat(0));
}

/** Four values from the center and in units; 0 where the row has ended. */
// @ts-ignore: decorator
@inline
function four(row: usize, center: usize, left: i32, unit: f32): v128 {
  const offsets = f32x4.sub(v128.load(row), v128.load(center));
  const values = f32x4.mul(offsets, f32x4.splat(unit));
  if (left >= 4) return values;
  const lanes = i32x4(0, 1, 2, 3);
  return v128.and(values, i32x4.lt_s(lanes, i32x4.splat(left)));
}
