import { ByteWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import type { Job } from '../../core/job';
import type { ColumnType } from '../../core/values';
import { createBlobSink, type BlobSink } from './blob-sink';
import { cellText } from './cell-text';
import { piecesOf, type Cells, type FileTable } from './file-column';

/** Cells of a row group, which is written without a pause. */
const CELLS_A_GROUP = 131_072;

/** A writer that gives away what it has whenever a row group is done. */
class SinkWriter extends ByteWriter {
  constructor(private readonly sink: BlobSink) {
    super(1 << 16);
  }

  flush(): void {
    this.sink.add(new Uint8Array(this.getBuffer()));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

/** Every column may miss values; texts are UTF-8, dates milliseconds since 1970 in UTC. */
function schemaOf(name: string, type: ColumnType): SchemaElement {
  const repetition_type = 'OPTIONAL';
  if (type === 'number') return { name, type: 'DOUBLE', repetition_type };
  if (type === 'boolean') return { name, type: 'BOOLEAN', repetition_type };
  if (type === 'date') {
    return { name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type };
  }
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type };
}

function dataOf(cells: Cells, rows: number): ColumnSource['data'] {
  const value = (i: number): unknown => {
    if (cells.kind === 'number') return Number.isNaN(cells.values[i]!) ? null : cells.values[i];
    if (cells.kind === 'boolean') return cells.values[i]! < 0 ? null : cells.values[i] === 1;
    if (cells.kind !== 'date') return cellText(cells, i);
    return Number.isNaN(cells.values[i]!) ? null : BigInt(cells.values[i]!);
  };
  return Array.from({ length: rows }, (_, i) => value(i));
}

/** A Parquet file, compressed with Snappy, some hundred thousand cells a row group. */
export async function* writeParquet(table: FileTable): Job<Blob, never> {
  const { columns, rows } = table;
  const sink = createBlobSink('application/vnd.apache.parquet');
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => schemaOf(name, type)),
    ],
    kvMetadata: unitsOf(table),
    createdBy: 'fenqun',
  });
  for (const piece of piecesOf(table, CELLS_A_GROUP)) {
    const columnData = columns.map(({ name, read }) => ({
      name,
      data: dataOf(read(piece.rows), piece.rows.length),
    }));
    yield { done: piece.done - piece.rows.length, total: rows.length, phase: 'write' };
    await writer.write({ columnData, rowGroupSize: piece.rows.length });
    yield { done: piece.done, total: rows.length, phase: 'write' };
  }
  await writer.finish();
  return sink.finish();
}

/** Units that were taken off the values, by column name, as JSON. */
export function unitsOf({ columns }: FileTable): { key: string; value: string }[] {
  const units = columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]]));
  return units.length === 0 ? [] : [{ key: 'fenqun:units', value: JSON.stringify(units) }];
}
