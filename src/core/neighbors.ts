import type { ShardWork } from './shards';

/** The nearest rows of each of a few points, `count` a point, nearest first. */
export interface Nearest {
  readonly rows: Int32Array;
  readonly squaredDistances: Float64Array;
}

/**
 * The port to neighbours among all rows of a matrix. Two rows are within a radius when the sum of
 * their squared differences, in f64 from the first column on, is at most its square; a row is
 * within any radius of itself. Answers do not depend on the number of workers, nor on chance.
 *
 * Each worker that helps holds all rows in a tree (`neighborBytes`) from the first question until
 * the shards are released. Throws `table-too-large` when not even one can.
 */
export interface Neighbors {
  /** The rows nearest to each point (row-major); of equally near ones the lower row first. */
  readonly nearest: (points: Float32Array, count: number) => ShardWork<Nearest>;
  /** How many rows lie within the radius of each row; counting may stop at `enough` or above. */
  readonly count: (radius: number, enough: number) => ShardWork<Int32Array>;
  /**
   * The connected components of the chosen rows (1 a row), where rows within the radius of each
   * other are connected: numbered from 0 by their lowest row; −1 for rows that are not chosen.
   */
  readonly components: (radius: number, chosen: Uint8Array) => ShardWork<Int32Array>;
  /** Labels, and for each row of label −1 the least label within the radius, −1 if there is none. */
  readonly spreadLabels: (radius: number, labels: Int32Array) => ShardWork<Int32Array>;
}

/** Rows of a leaf of the tree. */
const LEAF = 32;

/**
 * From so many columns on a tree hardly spares a distance: rows are then held as 16-bit codes, too,
 * by which most distances are told apart three times as fast.
 */
const CODE_COLUMNS = 16;

/** Whether rows of so many columns are held as codes, too. */
export function hasCodes(columns: number): boolean {
  return columns >= CODE_COLUMNS;
}

/**
 * Memory that each worker needs for questions about neighbours: the values, once; 12 bytes a row
 * for its number and 12 for what is found of it; a box for every 16 rows or so; from 16 columns on
 * half as much again as the values, and 4 bytes a row, for their codes.
 */
export function neighborBytes(rows: number, columns: number): number {
  const leaves = Math.max(1, Math.ceil(rows / LEAF));
  const box = 16 + 32 * Math.ceil(columns / 4);
  const codes = hasCodes(columns) ? 4 * Math.ceil(columns / 2) + 4 : 0;
  return leaves * LEAF * (4 * columns + 12 + codes) + (2 * leaves - 1) * (box + 4) + leaves * 4;
}
