/**
 * A kd-tree (Bentley, 1975; Friedman, Bentley and Finkel, 1977) as a few arrays. Rows are put in
 * an order in which neighbours are mostly neighbours; 32 of them in that order are a leaf, and each
 * node stands for a run of leaves, halved from parent to child. Every leaf but the last is full,
 * so the shape follows from the number of rows alone.
 *
 * Nodes lie in preorder: the left child of node v is v + 1, and what comes after all of v's
 * descendants is v + 2 span − 1. A walk is therefore one number that only grows: the next node to
 * look at. It can stop anywhere and go on later.
 *
 * The tree itself is a record of 32-bit fields:
 *   0 rows   4 columns   8 leaves   12 points   16 order   20 nodes   24 lane columns
 *   28 codes (0: none)   32 halves   36 codes of a point   40 unit (f64), see `encodeLeaves`
 */

/** Rows of a leaf: as many as a word has bits, so that a set of them is one word. */
export const LEAF: i32 = 32;
/** Bytes from one value of a leaf's row to the next: a leaf is turned, column by column. */
export const TURN: usize = 128;

// @ts-ignore: decorator
@inline
export function rowsOf(tree: usize): i32 {
  return load<i32>(tree);
}

// @ts-ignore: decorator
@inline
export function columnsOf(tree: usize): i32 {
  return load<i32>(tree, 4);
}

// @ts-ignore: decorator
@inline
export function nodesOf(tree: usize): i32 {
  return 2 * load<i32>(tree, 8) - 1;
}

/** Where the values of a leaf begin. */
// @ts-ignore: decorator
@inline
export function leafAt(tree: usize, leaf: i32): usize {
  return load<usize>(tree, 12) + (<usize>leaf * <usize>columnsOf(tree) << 7);
}

/** The rows that a leaf has, as bits. */
// @ts-ignore: decorator
@inline
export function membersOf(tree: usize, leaf: i32): u32 {
  const rest = rowsOf(tree) - leaf * LEAF;
  return rest >= LEAF ? 0xffffffff : (1 << rest) - 1;
}

/** Of each position in the tree's order, the number of the row that stands there. */
// @ts-ignore: decorator
@inline
export function orderOf(tree: usize): usize {
  return load<usize>(tree, 16);
}

/** Columns, rounded up to whole vectors: boxes have room for so many. */
// @ts-ignore: decorator
@inline
export function laneColumnsOf(tree: usize): i32 {
  return load<i32>(tree, 24);
}

/** Whether rows are there as codes, too. */
// @ts-ignore: decorator
@inline
export function hasCodes(tree: usize): bool {
  return load<usize>(tree, 28) != 0;
}

/** Columns, two by two. */
// @ts-ignore: decorator
@inline
export function pairsOf(tree: usize): i32 {
  return (columnsOf(tree) + 1) >> 1;
}

/** Where the codes of a leaf begin. */
// @ts-ignore: decorator
@inline
export function codesOf(tree: usize, leaf: i32): usize {
  return load<usize>(tree, 28) + <usize>leaf * <usize>pairsOf(tree) * TURN;
}

/** Half the squared norm of the codes of each row of a leaf, rounded down. */
// @ts-ignore: decorator
@inline
export function halvesOf(tree: usize, leaf: i32): usize {
  return load<usize>(tree, 32) + (<usize>leaf << 7);
}

/** Room for the codes of one point. */
// @ts-ignore: decorator
@inline
export function pointCodesOf(tree: usize): usize {
  return load<usize>(tree, 36);
}

/** What one step of the codes stands for. */
// @ts-ignore: decorator
@inline
export function unitOf(tree: usize): f64 {
  return load<f64>(tree, 40);
}

// @ts-ignore: decorator
@inline
export function setUnit(tree: usize, unit: f64): void {
  store<f64>(tree, unit, 40);
}

/** A node: its first leaf, the number of its leaves, 8 unused bytes, and its box. */
// @ts-ignore: decorator
@inline
export function nodeAt(tree: usize, node: i32): usize {
  return load<usize>(tree, 20) + <usize>node * (16 + (<usize>laneColumnsOf(tree) << 3));
}

// @ts-ignore: decorator
@inline
export function firstOf(node: usize): i32 {
  return load<i32>(node);
}

// @ts-ignore: decorator
@inline
export function spanOf(node: usize): i32 {
  return load<i32>(node, 4);
}

/** The box of a node: the least values of its rows, then the greatest. */
// @ts-ignore: decorator
@inline
export function boxOf(node: usize): usize {
  return node + 16;
}

/** The node that is this leaf and no more, found by halving. */
export function nodeOfLeaf(tree: usize, leaf: i32): i32 {
  let node = 0;
  let first = 0;
  let span = load<i32>(tree, 8);
  while (span > 1) {
    const left = span >> 1;
    if (leaf < first + left) {
      node += 1;
      span = left;
    } else {
      node += 2 * left;
      first += left;
      span -= left;
    }
  }
  return node;
}
