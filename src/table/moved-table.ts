import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  TimestampMillisecond,
  Utf8,
  makeData,
  makeVector,
  type Data,
} from 'apache-arrow';
import { isJsonObject } from '../core/json';
import type { ColumnMeta, TableValue } from '../core/values';
import { checkChunk, parseColumns, refuse } from './check-table';
import { createTable } from './create-table';

/** The memory of a column: plain views, which another thread can be given. */
interface MovedColumn {
  readonly length: number;
  readonly nullCount: number;
  readonly nullBitmap: Uint8Array | null;
  readonly values: ArrayBufferView;
  /** Of texts. */
  readonly valueOffsets?: ArrayBufferView;
  /** Of categories: the texts that the values count in. */
  readonly levels?: MovedColumn;
}

/** A table taken apart for another thread: an Arrow table itself would arrive without its methods. */
export interface MovedTable {
  readonly columns: readonly ColumnMeta[];
  readonly rows: number;
  readonly parts: readonly MovedColumn[];
}

/** A view over less of its buffer is copied, so that moving it moves little else. */
const LEAST_SHARE = 0.75;

/**
 * Takes a table that `createTable` made apart: its parts, and the buffers to transfer, after which
 * the table is of no use. Where Arrow IPC would copy every value once on either side, nothing is copied.
 */
export function takeApart({ table, columns, rows }: TableValue): {
  readonly moved: MovedTable;
  readonly buffers: ArrayBuffer[];
} {
  const [batch, ...more] = table.batches;
  if (!batch || more.length > 0) throw new RangeError('a table of one batch');
  const buffers = new Set<ArrayBuffer>();
  const taken = batch.data.children.map((chunk) => takeColumn(chunk, buffers));
  return { moved: { columns, rows, parts: taken }, buffers: [...buffers] };
}

function takeColumn(chunk: Data, buffers: Set<ArrayBuffer>): MovedColumn {
  const { length, nullCount, nullBitmap, valueOffsets, dictionary } = chunk;
  const own = <T extends ArrayBufferView>(view: T): T => {
    const tight = tightened(view);
    if (tight.buffer instanceof ArrayBuffer) buffers.add(tight.buffer);
    return tight;
  };
  return {
    length,
    nullCount,
    nullBitmap: nullCount > 0 ? own(nullBitmap) : null,
    values: own(chunk.values),
    ...(valueOffsets ? { valueOffsets: own(valueOffsets) } : {}),
    ...(dictionary ? { levels: takeColumn(dictionary.data[0]!, buffers) } : {}),
  };
}

function tightened<T extends ArrayBufferView>(view: T): T {
  if (view.byteLength >= LEAST_SHARE * view.buffer.byteLength) return view;
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
  // Every kind of typed array is made the same way.
  const { constructor } = view as unknown as { constructor: new (buffer: ArrayBuffer) => T };
  return new constructor(bytes.buffer);
}

/**
 * The table again, in the thread that was given its parts: checked as bytes of Arrow IPC are (see
 * `parseIpc`). Throws `table-invalid`.
 */
export function putTogether(moved: unknown): TableValue {
  if (!isJsonObject(moved)) return refuse('not-a-table');
  const columns = parseColumns(moved['columns']);
  const { rows, parts } = moved as { readonly rows?: unknown; readonly parts?: unknown };
  if (!isCount(rows)) return refuse('length');
  if (!Array.isArray(parts) || parts.length !== columns.length) return refuse('column-count');
  const made = columns.map((column, i) => {
    const chunk = chunkOf(column, parts[i]);
    if (chunk.length !== rows) refuse('length');
    checkChunk(chunk);
    return { ...column, data: chunk };
  });
  return createTable(made, rows);
}

function chunkOf({ type }: ColumnMeta, moved: unknown): Data {
  const parts = partsOf(moved);
  const { values, length, nullCount, nullBitmap } = parts;
  const shared = { length, nullCount, nullBitmap };
  switch (type) {
    case 'number':
      if (!(values instanceof Float64Array)) return refuse('column-type');
      return makeData({ type: new Float64(), data: values, ...shared });
    case 'date':
      if (!(values instanceof BigInt64Array)) return refuse('column-type');
      return makeData({ type: new TimestampMillisecond(), data: values, ...shared });
    case 'boolean':
      if (!(values instanceof Uint8Array)) return refuse('column-type');
      return makeData({ type: new Bool(), data: values, ...shared });
    case 'category': {
      if (!(values instanceof Int32Array)) return refuse('column-type');
      const dictionary = makeVector(textsOf(partsOf(parts.levels)));
      const stored = new Dictionary(new Utf8(), new Int32());
      return makeData({ type: stored, data: values, dictionary, ...shared });
    }
    case 'text':
    case 'identifier':
      return textsOf(parts);
    default:
      return type satisfies never;
  }
}

type Parts = Pick<MovedColumn, 'length' | 'nullCount' | 'nullBitmap'> & {
  readonly [key in 'values' | 'valueOffsets' | 'levels']?: unknown;
};

function partsOf(moved: unknown): Parts {
  if (!isJsonObject(moved)) return refuse('column-missing');
  const { length, nullCount, nullBitmap } = moved as { readonly [key in keyof Parts]?: unknown };
  if (!isCount(length) || !isCount(nullCount)) return refuse('length');
  if (nullBitmap !== null && !(nullBitmap instanceof Uint8Array)) return refuse('validity');
  return { ...moved, length, nullCount, nullBitmap };
}

function textsOf({ values, valueOffsets, length, nullCount, nullBitmap }: Parts): Data<Utf8> {
  if (!(values instanceof Uint8Array)) return refuse('column-type');
  if (!(valueOffsets instanceof Int32Array)) return refuse('offsets');
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data: values });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
