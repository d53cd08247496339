/** Rows in a tile: two vectors of four. */
export const TILE: i32 = 8;

/**
 * Copies the rows listed at [from, from + 8), as far as they lie before `to`, into a tile: value j
 * of the eight side by side at `tile + 32 j`, and their norms behind the last value. Places left
 * over repeat the last row.
 */
// @ts-ignore: decorator
@inline
export function gatherTile(
  points: usize, norms: usize, rows: usize, tile: usize,
  from: i32, to: i32, columns: i32,
): void {
  gatherFour(points, norms, rows, tile, from, to - 1, columns);
  gatherFour(points, norms, rows, tile + 16, from + 4, to - 1, columns);
}

function gatherFour(
  points: usize, norms: usize, rows: usize, into: usize,
  from: i32, last: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const p = <usize>load<i32>(rows + (<usize>min(from, last) << 2));
  const q = <usize>load<i32>(rows + (<usize>min(from + 1, last) << 2));
  const r = <usize>load<i32>(rows + (<usize>min(from + 2, last) << 2));
  const s = <usize>load<i32>(rows + (<usize>min(from + 3, last) << 2));
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
    storeFour(load<f32>(a), load<f32>(b), load<f32>(c), load<f32>(d), into);
    a += 4;
    b += 4;
    c += 4;
    d += 4;
    into += 32;
  }
  storeFour(
    load<f32>(norms + (p << 2)), load<f32>(norms + (q << 2)),
    load<f32>(norms + (r << 2)), load<f32>(norms + (s << 2)), into,
  );
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

// @ts-ignore: decorator
@inline
function storeFour(a: f32, b: f32, c: f32, d: f32, into: usize): void {
  store<f32>(into, a);
  store<f32>(into, b, 4);
  store<f32>(into, c, 8);
  store<f32>(into, d, 12);
}
