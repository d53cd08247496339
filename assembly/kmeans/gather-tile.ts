/** Rows in a tile: two vectors of four. */
export const TILE: i32 = 8;

/**
 * Copies the rows listed at [from, from + 8), as far as they lie before `to`, into a tile: value j
 * of the eight side by side at `tile + 32 j`, and their norms behind the last value. Places left
 * over repeat the last row, also in the list, which has room for that.
 */
// @ts-ignore: decorator
@inline
export function gatherTile(
  points: usize, norms: usize, rows: usize, tile: usize,
  from: i32, to: i32, columns: i32,
): void {
  for (let i = to; i < from + TILE; i++) {
    store<i32>(rows + (<usize>i << 2), load<i32>(rows + (<usize>(to - 1) << 2)));
  }
  const listed = rows + (<usize>from << 2);
  gatherFour(points, norms, listed, tile, columns);
  gatherFour(points, norms, listed + 16, tile + 16, columns);
}

// @ts-ignore: decorator
@inline
function gatherFour(
  points: usize, norms: usize, listed: usize, into: usize,
  columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const p = <usize>load<i32>(listed);
  const q = <usize>load<i32>(listed, 4);
  const r = <usize>load<i32>(listed, 8);
  const s = <usize>load<i32>(listed, 12);
  let a = points + p * rowBytes;
  let b = points + q * rowBytes;
  let c = points + r * rowBytes;
  let d = points + s * rowBytes;
  let j = 0;
  for (; j + 4 <= columns; j += 4) {
    transposeFour(v128.load(a), v128.load(b), v128.load(c), v128.load(d), into);
    a += 16;
    b += 16;
    c += 16;
    d += 16;
    into += 128;
  }
  for (; j < columns; j++) {
    v128.store(into, fourOf(a, b, c, d));
    a += 4;
    b += 4;
    c += 4;
    d += 4;
    into += 32;
  }
  v128.store(into, fourOf(norms + (p << 2), norms + (q << 2), norms + (r << 2), norms + (s << 2)));
}

/** Four values of four rows, so that each store holds one value of the four. */
// @ts-ignore: decorator
@inline
function transposeFour(a: v128, b: v128, c: v128, d: v128, into: usize): void {
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(into, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(into, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 32);
  v128.store(into, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 64);
  v128.store(into, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 96);
}

/** Four values from four places: stored as one, for a load that spans several stores must wait. */
// @ts-ignore: decorator
@inline
function fourOf(a: usize, b: usize, c: usize, d: usize): v128 {
  let four = v128.load32_zero(a);
  four = v128.load_lane<f32>(b, four, 1);
  four = v128.load_lane<f32>(c, four, 2);
  return v128.load_lane<f32>(d, four, 3);
}
