import { DataType, type Data } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../core/values';
import { isPresent, numbersBetween, textIn, vectorOf } from '../table/column';
import { numbersIn, textsIn } from './row-function';
import { typeOfColumn, type Block } from './values';

/** Reads the values of `rows` rows from row `from` on. */
export type ReadBlock = (from: number, into: Block, rows: number) => void;

/** How the values of a column are read, a stretch of rows at a time. */
export function createReader(table: TableValue, { id, type }: ColumnMeta): ReadBlock {
  if (typeOfColumn(type) !== 'text') {
    return (from, into, rows) =>
      numbersBetween(table, id, { from, into: numbersIn(into).subarray(0, rows) });
  }
  const chunks = vectorOf(table, id).data.map((chunk) => ({ chunk, textAt: textReader(chunk) }));
  return (from, into, rows) => {
    const texts = textsIn(into);
    let begin = 0;
    for (const { chunk, textAt } of chunks) {
      const first = Math.max(from, begin);
      const end = Math.min(from + rows, begin + chunk.length);
      for (let row = first; row < end; row++) texts[row - from] = textAt(row - begin);
      begin += chunk.length;
    }
  };
}

/** The levels of a category are decoded once; other texts row by row. */
function textReader(chunk: Data): (row: number) => string | null {
  const type: DataType = chunk.type;
  if (!DataType.isDictionary(type)) return (row) => textIn(chunk, row);
  const dictionary = chunk.dictionary!;
  const levels = Array.from({ length: dictionary.length }, (_, code) =>
    String(dictionary.get(code)),
  );
  return (row) => (isPresent(chunk, row) ? levels[Number(chunk.values[row])]! : null);
}
