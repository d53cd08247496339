import { DataType, type Data, type Field, type RecordBatch, type Schema } from 'apache-arrow';
import { isPresent } from '../../column';
import { uniqueNames } from '../layout';

/** One column of ours: which fields lead to its values, from the top-level column down. */
export interface PlannedColumn {
  readonly name: string;
  readonly path: readonly number[];
  readonly type: DataType;
}

/** Structs become one column a field, `address.city`; everything else one column. */
export function planColumns({ fields }: Schema): PlannedColumn[] {
  const found = fields.flatMap((field, i) => fieldsOf(field, [i], [field.name]));
  const names = uniqueNames(found.map(({ words }) => words.join('.').trim()));
  return found.map(({ path, type }, i) => ({ name: names[i]!, path, type }));
}

interface Found {
  readonly words: readonly string[];
  readonly path: readonly number[];
  readonly type: DataType;
}

function fieldsOf(field: Field, path: readonly number[], words: readonly string[]): Found[] {
  const type: DataType = field.type;
  if (!DataType.isStruct(type) || type.children.length === 0) return [{ words, path, type }];
  return type.children.flatMap((child, i) => fieldsOf(child, [...path, i], [...words, child.name]));
}

/** The chunk of a column within a batch, and whether all that leads to a row of it is there. */
export function chunkAt(
  batch: RecordBatch,
  path: readonly number[],
): { readonly chunk: Data; readonly isThere: (row: number) => boolean } {
  let chunk: Data = batch.data;
  const above: Data[] = [];
  for (const index of path) {
    above.push(chunk);
    const child = chunk.children[index];
    if (child === undefined) throw new Error('field missing');
    chunk = child;
  }
  const gates = [...above.slice(1), chunk].filter(
    ({ nullCount, type }) => nullCount > 0 && !DataType.isUnion(type) && !DataType.isNull(type),
  );
  if (gates.length === 0) return { chunk, isThere: () => true };
  return { chunk, isThere: (row) => gates.every((gate) => isPresent(gate, row)) };
}
