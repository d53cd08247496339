import {
  AsyncByteQueue,
  Dictionary,
  Field,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  makeData,
  type Data,
} from 'apache-arrow';
import type { Job } from '../../core/job';
import {
  booleanColumn,
  categoryColumn,
  dateColumn,
  numberColumn,
  textColumn,
  validityOf,
} from '../create-table';
import { createBlobSink, type BlobSink } from './blob-sink';
import { piecesOf, type Cells, type FileTable } from './file-column';

/** Rows of a batch are written without a pause. */
const CELLS_A_BATCH = 131_072;

const MEDIA_TYPES = {
  file: 'application/vnd.apache.arrow.file',
  stream: 'application/vnd.apache.arrow.stream',
} as const;

/** The queue that Arrow writes to gives everything on at once. */
class SinkQueue extends AsyncByteQueue {
  constructor(private readonly sink: BlobSink) {
    super();
  }

  override write(value: Uint8Array): void {
    // The writer may use the memory again.
    if (value.byteLength > 0) this.sink.add(value.slice() as Uint8Array<ArrayBuffer>);
  }
}

type CategoryCells = Extract<Cells, { readonly kind: 'category' }>;

/**
 * Makes Arrow's columns of cells; `index` is the column's place. A category keeps the dictionary of
 * its first piece: a file may not replace one. Its number is the place, so that equal tables give
 * equal bytes.
 */
function createEncoder(): (cells: Cells, index: number) => Data {
  const first = new Map<number, { readonly type: Dictionary; readonly data: Data }>();
  const encodeCategory = (cells: CategoryCells, index: number): Data => {
    const { codes, levels } = cells;
    const known = first.get(index);
    if (!known) {
      const { data } = categoryColumn('', codes, levels);
      const type = data.type as Dictionary;
      const numbered = new Dictionary(type.dictionary, type.indices, index);
      const own = data.clone(numbered);
      first.set(index, { type: numbered, data: own });
      return own;
    }
    const validity = validityOf(codes.length, (row) => codes[row]! < 0);
    // Readers elsewhere check every index, those of missing values too.
    const filled = codes.map((code) => Math.max(0, code));
    const dictionary = known.data.dictionary!;
    return makeData({
      type: known.type,
      length: filled.length,
      data: filled,
      dictionary,
      ...validity,
    });
  };
  return (cells, index) =>
    cells.kind === 'category' ? encodeCategory(cells, index) : dataOf(cells);
}

function dataOf(cells: Exclude<Cells, CategoryCells>): Data {
  switch (cells.kind) {
    case 'number':
      return numberColumn('', cells.values).data;
    case 'date':
      return dateColumn('', cells.values).data;
    case 'boolean':
      return booleanColumn('', cells.values).data;
    case 'text':
      return textColumn('', cells.values).data;
    default:
      return cells satisfies never;
  }
}

function schemaOf({ columns }: FileTable, parts: readonly Data[]): Schema {
  const fields = columns.map(({ name, unit }, index) => {
    const metadata = new Map(unit === undefined ? [] : [['unit', unit]]);
    return new Field(name, parts[index]!.type, true, metadata);
  });
  return new Schema(fields);
}

/** Arrow IPC: as a file, which can be read at any place, or as a stream. */
export async function* writeArrow(table: FileTable, format: 'file' | 'stream'): Job<Blob, never> {
  const { columns, rows } = table;
  const sink = createBlobSink(MEDIA_TYPES[format]);
  const writer = format === 'file' ? new RecordBatchFileWriter() : new RecordBatchStreamWriter();
  writer.reset(new SinkQueue(sink));
  const encode = createEncoder();
  const partsOf = (piece: Uint32Array): Data[] =>
    columns.map(({ read }, index) => encode(read(piece), index));
  const schema = schemaOf(table, partsOf(rows.subarray(0, 0)));
  writer.reset(undefined, schema);
  for (const piece of piecesOf(table, CELLS_A_BATCH)) {
    const { length } = piece.rows;
    const children = partsOf(piece.rows);
    const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
    writer.write(new RecordBatch(schema, struct));
    yield { done: piece.done, total: rows.length, phase: 'write' };
  }
  writer.finish();
  return sink.finish();
}
