import {
  parquetRead,
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { guardPages } from './guard-pages';
import type { PlannedRoot } from './plan-columns';

/** The rows of one row group. */
export interface GroupRows {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** Unpacked pages must be as long as announced; some of the libraries believe the packed bytes. */
const bounded: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) =>
      length === 0 ? new Uint8Array(0) : unpack(input, length),
  ]),
);

/**
 * The values of one top-level column within one row group, as hyparquet gives them, in order.
 * `metadata` is that of `plainMetadata`. Throws whatever the library throws over damaged bytes.
 */
export async function readGroupColumn(
  file: AsyncBuffer,
  metadata: FileMetaData,
  { root, leaves }: PlannedRoot,
  rows: GroupRows,
): Promise<DecodedArray[]> {
  const chunks = await chunksOf(file, metadata, leaves, rows.group);
  const parts: { readonly at: number; readonly data: DecodedArray }[] = [];
  await parquetRead({
    file: served(file, chunks),
    metadata,
    columns: [root],
    rowStart: rows.from,
    rowEnd: rows.to,
    compressors: bounded,
    utf8: false,
    geoparquet: false,
    onChunk: ({ columnData, rowStart }) => parts.push({ at: rowStart, data: columnData }),
  });
  const arrays = parts.sort((a, b) => a.at - b.at).map(({ data }) => data);
  const count = arrays.reduce((sum, { length }) => sum + length, 0);
  if (count !== rows.to - rows.from) {
    throw new Error(`${count} values where the file announces ${rows.to - rows.from}`);
  }
  return arrays;
}

interface Chunk {
  readonly from: number;
  readonly bytes: ArrayBuffer;
}

async function chunksOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  leaves: readonly number[],
  group: number,
): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for (const leaf of leaves) {
    const chunk = metadata.row_groups[group]!.columns[leaf]!.meta_data!;
    const from = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
    const bytes = await file.slice(from, from + Number(chunk.total_compressed_size));
    guardPages(bytes, chunk, leaves.length > 1);
    chunks.push({ from, bytes });
  }
  return chunks;
}

/** The file, with the chunks that were read already handed out again. */
function served(file: AsyncBuffer, chunks: readonly Chunk[]): AsyncBuffer {
  return {
    byteLength: file.byteLength,
    slice(start, end = file.byteLength) {
      const chunk = chunks.find(
        ({ from, bytes }) => start >= from && end <= from + bytes.byteLength,
      );
      if (chunk === undefined) return file.slice(start, end);
      return chunk.bytes.slice(start - chunk.from, end - chunk.from);
    },
  };
}
