import type { ColumnType } from '../core/values';

/** What a formula or a part of it gives; `missing` is the word for no value, of any type. */
export type FormulaType = 'number' | 'boolean' | 'date' | 'text' | 'missing';

export type Texts = (string | null)[];

/**
 * Values of a stretch of rows: numbers, dates (ms since 1970, UTC) and booleans (0, 1) with NaN for
 * missing, never infinite; texts with null for missing.
 */
export type Block = Float64Array | Texts;

/** How many rows are computed at a time. */
export const BLOCK_ROWS = 8192;

/** The type by which formulas know a column. */
export function typeOfColumn(type: ColumnType): FormulaType {
  return type === 'category' || type === 'identifier' ? 'text' : type;
}

export function createBlock(type: FormulaType): Block {
  return type === 'text'
    ? new Array<string | null>(BLOCK_ROWS).fill(null)
    : new Float64Array(BLOCK_ROWS).fill(NaN);
}

export function isMissingAt(block: Block, row: number): boolean {
  return block instanceof Float64Array ? Number.isNaN(block[row]!) : block[row] === null;
}

/** The same number, or NaN for one that is not finite: a result never is. */
export function finite(x: number): number {
  return x - x === 0 ? x : NaN;
}
