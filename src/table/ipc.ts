import { Schema, Table, tableFromIPC, tableToIPC } from 'apache-arrow';
import type { ColumnMeta, TableValue } from '../core/values';
import { checkChunk, isStoredAs, parseColumns, refuse } from './check-table';

const METADATA_KEY = 'fenqun';

/**
 * A table as the bytes of an Arrow IPC stream, with what people see of the columns in the
 * schema's metadata. Equal tables give equal bytes. The bytes are the caller's to transfer.
 */
export function toIpc(value: TableValue): Uint8Array {
  const { schema, batches } = value.table;
  const metadata = new Map([[METADATA_KEY, JSON.stringify(value.columns)]]);
  return tableToIPC(new Table(new Schema(schema.fields, metadata), batches), 'stream');
}

/**
 * Reads back what `toIpc` wrote and checks everything that later code relies on: column
 * ids, names and types, equal lengths, buffer sizes, text offsets, dictionary codes in range.
 * Throws `table-invalid`. The table looks into the given bytes; they are no longer the caller's.
 */
export function parseIpc(bytes: Uint8Array): TableValue {
  const table = readStream(bytes);
  const columns = parseColumns(parseJson(table.schema.metadata.get(METADATA_KEY) ?? ''));
  if (table.schema.fields.length !== columns.length) refuse('column-count');
  columns.forEach((column, index) => checkColumn(table, column, index));
  return { kind: 'table', table, columns, rows: table.numRows };
}

function readStream(bytes: Uint8Array): Table {
  try {
    return tableFromIPC(bytes);
  } catch {
    return refuse('not-arrow');
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return refuse('columns-missing');
  }
}

function checkColumn(table: Table, column: ColumnMeta, index: number): void {
  const field = table.schema.fields[index]!;
  if (field.name !== column.id) refuse('column-id');
  if (!isStoredAs(column.type, field.type)) refuse('column-type');
  const vector = table.getChildAt(index) ?? refuse('column-missing');
  if (vector.length !== table.numRows) refuse('length');
  for (const chunk of vector.data) checkChunk(chunk);
}
