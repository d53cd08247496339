/**
 * What a notebook about a table needs in a tab, so that it can be refused before the tab dies.
 * Measured in Chromium on whole notebooks (load to scatter): 5M × 8 took 1.2 GB at most, 20M × 4
 * 2.3 GB; these formulas give 1.1 and 2.3.
 */

/** What a tab can hold on any machine that people work on; browsers do not tell how much there is. */
export const TAB_BYTES = 2e9;

/** The page itself and its workers, before any row. */
const EMPTY_BYTES = 260 * 2 ** 20;

/** A value of the table, an f64. */
const TABLE_VALUE_BYTES = 8;

/** A feature of a row: once in the matrix, once in the shards. */
const FEATURE_BYTES = 8;

/** Labels, bounds and places of a row, in the engine, the shards and the picture. */
const ROW_BYTES = 40;

/** Reading: the cells are there as text with an end each, and then twice as numbers. */
export function bytesToRead(fileBytes: number, values: number): number {
  return EMPTY_BYTES + Math.max(fileBytes + 4 * values, 2 * TABLE_VALUE_BYTES * values);
}

/** Everything from the features on, with the table of so many values in memory beside them. */
export function bytesToCluster(size: {
  readonly rows: number;
  readonly features: number;
  readonly tableValues: number;
}): number {
  const { rows, features, tableValues } = size;
  const table = TABLE_VALUE_BYTES * tableValues;
  return EMPTY_BYTES + table + rows * (FEATURE_BYTES * features + ROW_BYTES);
}
