import type { ColumnMeta, TableValue } from '../core/values';
import { numbersBetween } from '../table/column';
import { createTextReader } from '../table/read-texts';
import { numbersIn, textsIn } from './row-function';
import { typeOfColumn, type Block } from './values';

/** Reads the values of `rows` rows from row `from` on. */
export type ReadBlock = (from: number, into: Block, rows: number) => void;

/** How the values of a column are read, a stretch of rows at a time. */
export function createReader(table: TableValue, { id, type }: ColumnMeta): ReadBlock {
  if (typeOfColumn(type) === 'text') {
    const readTexts = createTextReader(table, id);
    return (from, into, rows) => readTexts(from, textsIn(into), rows);
  }
  return (from, into, rows) =>
    numbersBetween(table, id, { from, into: numbersIn(into).subarray(0, rows) });
}
