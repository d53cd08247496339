import { DataType, type Data, type Vector } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../../core/values';
import { isPresent, textIn, vectorOf } from '../column';
import type { Cells, FileColumn } from './file-column';

/** Columns of a table as they go into a file, under the names that people see. */
export function fileColumns(table: TableValue, columns: readonly ColumnMeta[]): FileColumn[] {
  return columns.map(({ id, name, type, unit }) => ({
    name,
    type,
    ...(unit === undefined ? {} : { unit }),
    read: readerOf(vectorOf(table, id)),
  }));
}

function readerOf(vector: Vector): FileColumn['read'] {
  const type: DataType = vector.type;
  if (DataType.isFloat(type)) return (rows) => readNumbers(vector, rows, 'number');
  if (DataType.isTimestamp(type)) return (rows) => readNumbers(vector, rows, 'date');
  if (DataType.isBool(type)) return (rows) => readBooleans(vector, rows);
  if (DataType.isDictionary(type)) return createCategoryReader(vector);
  return (rows) => readTexts(vector, rows);
}

/** Calls with the chunk of every row and its place there; `i` counts the rows asked for. */
function eachPresent(
  vector: Vector,
  rows: Uint32Array,
  visit: (chunk: Data, row: number, i: number) => void,
): void {
  let index = 0;
  let begin = 0;
  for (let i = 0; i < rows.length; i++) {
    while (rows[i]! - begin >= vector.data[index]!.length) begin += vector.data[index++]!.length;
    const chunk = vector.data[index]!;
    if (isPresent(chunk, rows[i]! - begin)) visit(chunk, rows[i]! - begin, i);
  }
}

function readNumbers(vector: Vector, rows: Uint32Array, kind: 'number' | 'date'): Cells {
  const values = new Float64Array(rows.length).fill(NaN);
  eachPresent(vector, rows, (chunk, row, i) => {
    values[i] = Number(chunk.values[row]);
  });
  return { kind, values };
}

function readBooleans(vector: Vector, rows: Uint32Array): Cells {
  const values = new Int8Array(rows.length).fill(-1);
  eachPresent(vector, rows, (chunk, row, i) => {
    const bit = chunk.offset + row;
    values[i] = (chunk.values[bit >> 3] >> (bit & 7)) & 1;
  });
  return { kind: 'boolean', values };
}

function readTexts(vector: Vector, rows: Uint32Array): Cells {
  const values = new Array<string | null>(rows.length).fill(null);
  eachPresent(vector, rows, (chunk, row, i) => {
    values[i] = textIn(chunk, row);
  });
  return { kind: 'text', values };
}

/** Chunks may each have a dictionary of their own; the file has one for all. */
function createCategoryReader(vector: Vector): FileColumn['read'] {
  const levels: string[] = [];
  const codes = new Map<string, number>();
  const codeOf = (level: string): number => {
    const known = codes.get(level);
    if (known !== undefined) return known;
    codes.set(level, levels.length);
    return levels.push(level) - 1;
  };
  const ours = new Map<Data, Int32Array>();
  for (const chunk of vector.data) {
    const { dictionary } = chunk;
    const size = dictionary?.length ?? 0;
    ours.set(
      chunk,
      Int32Array.from({ length: size }, (_, code) => codeOf(String(dictionary!.get(code)))),
    );
  }
  return (rows) => {
    const found = new Int32Array(rows.length).fill(-1);
    eachPresent(vector, rows, (chunk, row, i) => {
      found[i] = ours.get(chunk)![chunk.values[row]]!;
    });
    return { kind: 'category', codes: found, levels };
  };
}
