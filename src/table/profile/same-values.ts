import { DataType, type Data } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../../core/values';
import { isPresent, textIn, vectorOf } from '../column';

/** True when two rows hold the same value of a column; missing equals missing, −0 equals 0. */
export type SameValues = (a: number, b: number) => boolean;

/** Compares rows of a column exactly, without decoding texts where they lie in one piece. */
export function sameValuesIn(table: TableValue, { id }: ColumnMeta): SameValues {
  const { data: chunks } = vectorOf(table, id);
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return sameIn(only);
  const starts = [0];
  for (const { length } of chunks) starts.push(starts.at(-1)! + length);
  const textAt = (row: number): string | null => {
    const at = starts.findIndex((_, i) => row < (starts[i + 1] ?? Infinity));
    return textIn(chunks[at]!, row - starts[at]!);
  };
  return (a, b) => textAt(a) === textAt(b);
}

function sameIn(chunk: Data): SameValues {
  const type: DataType = chunk.type;
  const either = (same: SameValues): SameValues => {
    if (chunk.nullCount === 0) return same;
    return (a, b) => {
      const isThere = isPresent(chunk, a);
      if (isThere !== isPresent(chunk, b)) return false;
      return !isThere || same(a, b);
    };
  };
  if (DataType.isUtf8(type)) return either(sameTexts(chunk));
  if (DataType.isBool(type)) return (a, b) => textIn(chunk, a) === textIn(chunk, b);
  if (DataType.isDictionary(type)) {
    const values: Int32Array = chunk.values;
    // A foreign dictionary may hold a word twice.
    return either((a, b) => values[a] === values[b] || textIn(chunk, a) === textIn(chunk, b));
  }
  const values: Float64Array | BigInt64Array = chunk.values;
  return either((a, b) => values[a] === values[b]);
}

function sameTexts(chunk: Data): SameValues {
  const bytes: Uint8Array = chunk.values;
  const offsets: Int32Array = chunk.valueOffsets;
  return (a, b) => {
    const [from, other] = [offsets[a]!, offsets[b]!];
    const length = offsets[a + 1]! - from;
    if (offsets[b + 1]! - other !== length) return false;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[other + i]) return false;
    return true;
  };
}
