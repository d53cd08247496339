import { DataType, type Data } from 'apache-arrow';
import { isPresent } from '../../table/column';

/** The values of one column as the database streams them: about two thousand rows a piece. */
export type Chunks = readonly Data[];

export const rowsIn = (chunks: Chunks): number =>
  chunks.reduce((sum, { length }) => sum + length, 0);

/** Calls with every value that is there: its chunk, its row in it and its row in the column. */
export function* eachPresent(
  chunks: Chunks,
  visit: (chunk: Data, row: number, at: number) => void,
): Generator<void> {
  let begin = 0;
  for (const chunk of chunks) {
    for (let row = 0; row < chunk.length; row++) {
      if (isPresent(chunk, row)) visit(chunk, row, begin + row);
    }
    begin += chunk.length;
    yield;
  }
}

/** Whether the database says that the column holds whole numbers or decimal ones. */
export function isExact(type: DataType): boolean {
  return DataType.isInt(type) || DataType.isDecimal(type);
}
