/** Rows in a tile: two vectors of four. */
export const TILE: i32 = 8;

/**
 * Copies rows `from` to `from + 8`, as far as they lie before `to`, into a tile: value j of the
 * eight side by side at `tile + 32 j`. Places left over repeat the last row.
 */
// @ts-ignore: decorator
@inline
export function layTile(points: usize, tile: usize, from: i32, to: i32, columns: i32): void {
  layFour(points, tile, from, to - 1, columns);
  layFour(points, tile + 16, from + 4, to - 1, columns);
}

// @ts-ignore: decorator
@inline
function layFour(points: usize, into: usize, from: i32, last: i32, columns: i32): void {
  const rowBytes = <usize>columns << 2;
  let a = points + <usize>min(from, last) * rowBytes;
  let b = points + <usize>min(from + 1, last) * rowBytes;
  let c = points + <usize>min(from + 2, last) * rowBytes;
  let d = points + <usize>min(from + 3, last) * rowBytes;
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
    store<f32>(into, load<f32>(a));
    store<f32>(into, load<f32>(b), 4);
    store<f32>(into, load<f32>(c), 8);
    store<f32>(into, load<f32>(d), 12);
    a += 4;
    b += 4;
    c += 4;
    d += 4;
    into += 32;
  }
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
