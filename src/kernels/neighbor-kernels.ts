/**
 * The loops over the tree of rows that answers questions about neighbours, see
 * `assembly/neighbors/tree.ts`: `tree` is the offset of its record. What is by position is in the
 * order of the tree. A `walk` is a leaf and a node (i32 each) to go on from, −1 for a leaf not
 * begun; walks end at leaf `to`, or pause after about `budget` columns of leaves have been read.
 */
export interface NeighborKernels {
  /** Builds nodes from `node` on until `budget` values have been seen; returns the next node. */
  readonly splitNodes: (tree: number, node: number, budget: number) => number;
  /** Turns leaves [from, to) to column by column; `room` is as large as a leaf. */
  readonly turnLeaves: (tree: number, room: number, from: number, to: number) => void;
  /** The largest squared norm of the rows of leaves [from, to). */
  readonly largestSquare: (tree: number, from: number, to: number) => number;
  /** Sets the step of the codes for rows of at most this squared norm. */
  readonly chooseUnit: (tree: number, square: number) => void;
  /** Writes the rows of leaves [from, to) as 16-bit codes. */
  readonly encodeLeaves: (tree: number, from: number, to: number) => void;
  /** Counts rows within the radius of each row (i32 by position), up to `enough` or above. */
  readonly countNear: (
    tree: number,
    counts: number,
    walk: number,
    to: number,
    radius: number,
    enough: number,
    budget: number,
  ) => void;
  /** Makes every position a set of its own; `chosen` is a word of bits for each leaf. */
  readonly startJoin: (tree: number, chosen: number, parents: number, wholes: number) => void;
  /** Joins the sets (`parents`, i32 by position) of chosen rows within the radius. */
  readonly joinNear: (
    tree: number,
    chosen: number,
    parents: number,
    wholes: number,
    walk: number,
    to: number,
    radius: number,
    budget: number,
  ) => void;
  /** Writes the least label (i32) below each node. */
  readonly leastLabels: (tree: number, labels: number, leasts: number) => void;
  /** Writes for rows of label −1 the least label within the radius, −1 if there is none. */
  readonly labelNear: (
    tree: number,
    labels: number,
    leasts: number,
    found: number,
    walk: number,
    to: number,
    radius: number,
    budget: number,
  ) => void;
  /** Writes squared distances (f64) and rows (i32) of the `count` nearest of points [from, to). */
  readonly nearestRows: (
    tree: number,
    points: number,
    distances: number,
    found: number,
    from: number,
    to: number,
    count: number,
  ) => void;
}

/** Rows of a leaf. */
export const LEAF_ROWS = 32;

/** Values of a row with room for whole vectors. */
export function laneColumns(columns: number): number {
  return Math.ceil(columns / 4) * 4;
}
