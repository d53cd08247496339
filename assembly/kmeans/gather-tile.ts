/** Rows in a tile: two vectors of four. */
export const TILE: i32 = 8;

/** `gatherTile` with the squared norms of the rows, summed up in f32, instead of their norms. */
// @ts-ignore: decorator
@inline
export function gatherSquared(
  points: usize, rows: usize, tile: usize,
  from: i32, to: i32, columns: i32,
): void {
  fillUp(rows, from, to);
  const listed = rows + (<usize>from << 2);
  const end = tile + (<usize>columns << 5);
  v128.store(end, gatherFour(points, listed, tile, columns));
  v128.store(end, gatherFour(points, listed + 16, tile + 16, columns), 16);
}

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
  fillUp(rows, from, to);
  const listed = rows + (<usize>from << 2);
  gatherFour(points, listed, tile, columns);
  gatherFour(points, listed + 16, tile + 16, columns);
  const end = tile + (<usize>columns << 5);
  for (let i: usize = 0; i < 32; i += 16) {
    const p = norms + (<usize>load<i32>(listed + i) << 2);
    const q = norms + (<usize>load<i32>(listed + i, 4) << 2);
    const r = norms + (<usize>load<i32>(listed + i, 8) << 2);
    const s = norms + (<usize>load<i32>(listed + i, 12) << 2);
    v128.store(end + i, fourOf(p, q, r, s));
  }
}

/** Fills a tile's places in the list up with the last row. */
// @ts-ignore: decorator
@inline
function fillUp(rows: usize, from: i32, to: i32): void {
  for (let i = to; i < from + TILE; i++) {
    store<i32>(rows + (<usize>i << 2), load<i32>(rows + (<usize>(to - 1) << 2)));
  }
}

/** Copies four listed rows, and returns the sums of their squares. */
// @ts-ignore: decorator
@inline
function gatherFour(points: usize, listed: usize, into: usize, columns: i32): v128 {
  const rowBytes = <usize>columns << 2;
  let a = points + <usize>load<i32>(listed) * rowBytes;
  let b = points + <usize>load<i32>(listed, 4) * rowBytes;
  let c = points + <usize>load<i32>(listed, 8) * rowBytes;
  let d = points + <usize>load<i32>(listed, 12) * rowBytes;
  let squares = f32x4.splat(0);
  let j = 0;
  for (; j + 4 <= columns; j += 4) {
    const first = v128.load(a), second = v128.load(b), third = v128.load(c), fourth = v128.load(d);
    squares = f32x4.add(squares, transposeFour(first, second, third, fourth, into));
    a += 16;
    b += 16;
    c += 16;
    d += 16;
    into += 128;
  }
  for (; j < columns; j++) {
    const four = fourOf(a, b, c, d);
    v128.store(into, four);
    squares = f32x4.add(squares, f32x4.mul(four, four));
    a += 4;
    b += 4;
    c += 4;
    d += 4;
    into += 32;
  }
  return squares;
}

/** Stores four values of four rows, one value of the four a store; returns the sums of squares. */
// @ts-ignore: decorator
@inline
function transposeFour(a: v128, b: v128, c: v128, d: v128, into: usize): v128 {
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const one = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5);
  const two = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7);
  const three = v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5);
  const four = v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7);
  v128.store(into, one);
  v128.store(into, two, 32);
  v128.store(into, three, 64);
  v128.store(into, four, 96);
  const low = f32x4.add(f32x4.mul(one, one), f32x4.mul(two, two));
  return f32x4.add(low, f32x4.add(f32x4.mul(three, three), f32x4.mul(four, four)));
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
