import { DataType, type Data } from 'apache-arrow';
import type { TableValue } from '../core/values';
import { isPresent, textIn, vectorOf } from './column';

/** Writes the texts of `rows` rows from row `from` on into a list; null is missing. */
export type ReadTexts = (from: number, into: (string | null)[], rows: number) => void;

/** How the texts of a column are read, a stretch of rows at a time, as `textOf` writes them. */
export function createTextReader(table: TableValue, id: string): ReadTexts {
  const chunks = vectorOf(table, id).data.map((chunk) => ({ chunk, textAt: textsOf(chunk) }));
  return (from, into, rows) => {
    let begin = 0;
    for (const { chunk, textAt } of chunks) {
      const first = Math.max(from, begin);
      const end = Math.min(from + rows, begin + chunk.length);
      for (let row = first; row < end; row++) into[row - from] = textAt(row - begin);
      begin += chunk.length;
    }
  };
}

/** The levels of a category are decoded once; other texts row by row. */
function textsOf(chunk: Data): (row: number) => string | null {
  const type: DataType = chunk.type;
  if (!DataType.isDictionary(type)) return (row) => textIn(chunk, row);
  const dictionary = chunk.dictionary!;
  const levels = Array.from({ length: dictionary.length }, (_, code) =>
    String(dictionary.get(code)),
  );
  return (row) => (isPresent(chunk, row) ? levels[Number(chunk.values[row])]! : null);
}
