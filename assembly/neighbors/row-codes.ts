import { codesOf, columnsOf, halvesOf, LEAF, leafAt, membersOf, pairsOf, setUnit, TURN, unitOf } from './tree';

/** Norms of codes stay below it, so that no sum of products leaves 32 bits. */
const MOST: f64 = 32768;

/** The largest squared norm of the rows of leaves [from, to). */
export function largestSquare(tree: usize, from: i32, to: i32): f64 {
  const columns = columnsOf(tree);
  let largest: f64 = 0;
  for (let leaf = from; leaf < to; leaf++) {
    for (let rows = membersOf(tree, leaf); rows != 0; rows &= rows - 1) {
      const row = leafAt(tree, leaf) + (<usize>ctz(rows) << 2);
      largest = max(largest, squareOf(row, TURN, columns));
    }
  }
  return largest;
}

/** Sets what one step of the codes stands for, for rows of at most this squared norm. */
export function chooseUnit(tree: usize, square: f64): void {
  // Rounding moves a row by half a step in every column at most.
  const most = MOST - 2 - Math.sqrt(<f64>columnsOf(tree));
  setUnit(tree, square > 0 ? Math.sqrt(square) / most : 1);
}

/**
 * Writes rows of leaves [from, to) as 16-bit codes: values in whole steps. A leaf lies as `turnLeaves`
 * leaves it, with the codes of two columns in the place of one value, so that a vector holds two
 * columns of four rows, as `i32x4.dot_i16x8_s` wants them.
 */
export function encodeLeaves(tree: usize, from: i32, to: i32): void {
  for (let leaf = from; leaf < to; leaf++) {
    const at = leafAt(tree, leaf);
    const codes = codesOf(tree, leaf);
    memory.fill(codes, 0, <usize>pairsOf(tree) * TURN);
    memory.fill(halvesOf(tree, leaf), 0, LEAF << 2);
    for (let rows = membersOf(tree, leaf); rows != 0; rows &= rows - 1) {
      const place = <usize>ctz(rows) << 2;
      const half = encodeRow(at + place, TURN, codes + place, TURN, columnsOf(tree), unitOf(tree));
      store<i32>(halvesOf(tree, leaf) + place, half);
    }
  }
}

/**
 * Writes one row as codes, two columns every `into` bytes, and returns half its squared norm in
 * steps, rounded down; the norm in steps is below `MOST`.
 */
export function encodeRow(
  row: usize, step: usize, codes: usize, into: usize, columns: i32, unit: f64,
): i32 {
  let sum: i32 = 0;
  for (let j = 0; j < columns; j++, row += step) {
    const code = <i32>nearest(<f64>load<f32>(row) / unit);
    store<i16>(codes + <usize>(j >> 1) * into + (<usize>(j & 1) << 1), <i16>code);
    sum += code * code;
  }
  return sum >> 1;
}

/** The squared norm of a row whose values lie `step` bytes apart. */
export function squareOf(row: usize, step: usize, columns: i32): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < columns; j++, row += step) {
    const value = <f64>load<f32>(row);
    sum += value * value;
  }
  return sum;
}
