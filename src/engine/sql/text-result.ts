import { DataType, Utf8, makeData, type Data } from 'apache-arrow';
import type { ColumnType } from '../../core/values';
import { ByteIndex } from '../../table/byte-index';
import { isPresent } from '../../table/column';
import { idNameOf } from '../../table/column-names';
import { categoryColumn, validityOf, type NewColumn } from '../../table/create-table';
import { eachPresent, rowsIn, type Chunks } from './chunks';

const LEVELS_LIMIT = 1000;
const decoder = new TextDecoder();

/** Text as the tables that were asked about had it; else a category where levels are few. */
export function* textResult(
  name: string,
  chunks: Chunks,
  known: ColumnType | undefined,
): Generator<void, NewColumn> {
  const first = chunks[0];
  if (first && DataType.isDictionary(first.type)) return yield* enumColumn(name, chunks);
  if (known === 'text' || known === 'identifier') return yield* textOfChunks(name, chunks, known);
  const isId = known === undefined && idNameOf(name) === 'strong';
  const codes = isId
    ? null
    : yield* codesOf(chunks, known === 'category' ? Infinity : LEVELS_LIMIT);
  const isCategory = codes !== null && (known === 'category' || isFew(codes));
  if (!isCategory) return yield* textOfChunks(name, chunks, isId ? 'identifier' : 'text');
  const { index } = codes;
  const levels = Array.from({ length: index.size }, (_, code) =>
    decoder.decode(index.bytesOf(code)),
  );
  return categoryColumn(name, codes.codes, levels);
}

interface TextCodes {
  readonly codes: Int32Array;
  readonly index: ByteIndex;
  readonly present: number;
}

/** Distinct values by first appearance; null when there are more than `limit`. */
function* codesOf(chunks: Chunks, limit: number): Generator<void, TextCodes | null> {
  const codes = new Int32Array(rowsIn(chunks)).fill(-1);
  const index = new ByteIndex();
  let present = 0;
  for (const step of eachPresent(chunks, ({ values, valueOffsets }, row, at) => {
    if (index.size > limit) return;
    present++;
    codes[at] = index.codeOf(values, valueOffsets[row]!, valueOffsets[row + 1]!);
  })) {
    if (index.size > limit) return null;
    yield step;
  }
  return index.size > limit ? null : { codes, index, present };
}

/** As readers of files decide it. */
function isFew({ index, present }: TextCodes): boolean {
  if (index.size >= present) return false;
  return index.size <= 20 ? index.size <= 0.8 * present : index.size <= present / 5;
}

function* textOfChunks(
  name: string,
  chunks: Chunks,
  type: 'text' | 'identifier',
): Generator<void, NewColumn> {
  const rows = rowsIn(chunks);
  const ends = ({ length, valueOffsets }: Data) => valueOffsets[length]! - valueOffsets[0]!;
  const total = chunks.reduce((sum, chunk) => sum + (chunk.length > 0 ? ends(chunk) : 0), 0);
  const bytes = new Uint8Array(total);
  const valueOffsets = new Int32Array(rows + 1);
  const isThere = new Uint8Array(rows);
  let row = 0;
  let used = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++, row++) {
      const [from, to] = [chunk.valueOffsets[i]!, chunk.valueOffsets[i + 1]!];
      if (isPresent(chunk, i)) {
        isThere[row] = 1;
        bytes.set(chunk.values.subarray(from, to), used);
        used += to - from;
      }
      valueOffsets[row + 1] = used;
    }
    yield;
  }
  const validity = validityOf(rows, (at) => isThere[at] === 0);
  const utf8 = makeData({ type: new Utf8(), length: rows, valueOffsets, data: bytes, ...validity });
  return { name, type, data: utf8 };
}

function* enumColumn(name: string, chunks: Chunks): Generator<void, NewColumn> {
  const levels: string[] = [];
  const numbers = new Map<string, number>();
  const codes = new Int32Array(rowsIn(chunks)).fill(-1);
  yield* eachPresent(chunks, ({ dictionary, values }, row, at) => {
    const level = String(dictionary!.get(Number(values[row])));
    const code = numbers.get(level) ?? levels.push(level) - 1;
    numbers.set(level, code);
    codes[at] = code;
  });
  return categoryColumn(name, codes, levels);
}
