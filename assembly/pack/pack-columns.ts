import { packPlainFour } from './pack-plain-four';

/**
 * Writes rows [from, to) of `count` columns (f64, `stride` values apart) side by side as row-major
 * f32: (value − center) / divisor, after the column's filling has taken the place of a missing value
 * (NaN). `scales` holds filling, center and divisor of each column. Returns 1 when every number
 * written is finite, else 0. Bit-identical to the reference.
 *
 * Four columns of two rows at a time: a vector holds two rows of one column while it is computed, and
 * four columns of one row when it is written.
 */
export function packColumns(
  columns: usize, scales: usize, into: usize,
  from: i32, to: i32, count: i32, stride: i32,
): i32 {
  const columnBytes = <usize>stride << 3;
  const rowBytes = <usize>count << 2;
  let isGood = true;
  let c = 0;
  for (; c + 4 <= count; c += 4) {
    const start = columns + <usize>c * columnBytes;
    const scale = scales + <usize>c * 24;
    const rows = into + (<usize>c << 2);
    const done = packPlainFour(start, columnBytes, scale, rows, from, to, rowBytes);
    isGood = packFour(start, columnBytes, scale, rows, done, to, rowBytes) && isGood;
  }
  for (; c < count; c++) {
    const scale = scales + <usize>c * 24;
    const filling = load<f64>(scale), center = load<f64>(scale, 8), divisor = load<f64>(scale, 16);
    let at = into + <usize>from * rowBytes + (<usize>c << 2);
    for (let i = from; i < to; i++, at += rowBytes) {
      const value = load<f64>(columns + <usize>c * columnBytes + (<usize>i << 3));
      const feature = <f32>(((value == value ? value : filling) - center) / divisor);
      store<f32>(at, feature);
      isGood = isGood && abs<f32>(feature) < Infinity;
    }
  }
  return isGood ? 1 : 0;
}

function packFour(
  start: usize, columnBytes: usize, scale: usize, into: usize,
  from: i32, to: i32, rowBytes: usize,
): bool {
  const most = f32x4.splat(Infinity);
  let good = i32x4.splat(-1);
  let i = from;
  for (; i + 2 <= to; i += 2) {
    const at = start + (<usize>i << 3);
    const a = scaled(v128.load(at), scale);
    const b = scaled(v128.load(at + columnBytes), scale + 24);
    const c = scaled(v128.load(at + 2 * columnBytes), scale + 48);
    const d = scaled(v128.load(at + 3 * columnBytes), scale + 72);
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const first = v128.shuffle<i64>(ab, cd, 0, 2), second = v128.shuffle<i64>(ab, cd, 1, 3);
    const row = into + <usize>i * rowBytes;
    v128.store(row, first);
    v128.store(row + rowBytes, second);
    good = v128.and(good, f32x4.lt(f32x4.abs(first), most));
    good = v128.and(good, f32x4.lt(f32x4.abs(second), most));
  }
  for (; i < to; i++) {
    const at = start + (<usize>i << 3);
    const row = into + <usize>i * rowBytes;
    for (let j: usize = 0; j < 4; j++) {
      const value = v128.load64_splat(at + j * columnBytes);
      const feature = f32x4.extract_lane(scaled(value, scale + j * 24), 0);
      store<f32>(row + (j << 2), feature);
      good = v128.and(good, f32x4.lt(f32x4.splat(abs<f32>(feature)), most));
    }
  }
  return i32x4.all_true(good);
}

/** Two values of one column as f32, in the first two places. */
// @ts-ignore: decorator
@inline
function scaled(values: v128, scale: usize): v128 {
  const present = f64x2.eq(values, values);
  const filled = v128.bitselect(values, v128.load64_splat(scale), present);
  const off = f64x2.sub(filled, v128.load64_splat(scale, 8));
  return f32x4.demote_f64x2_zero(f64x2.div(off, v128.load64_splat(scale, 16)));
}
