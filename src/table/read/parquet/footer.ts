import type { AsyncBuffer, FileMetaData, SchemaTree } from 'hyparquet';
import { parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { Problem } from '../../../core/problem';
import { COLUMNS_LIMIT } from '../columns-limit';
import type { ReadSource } from '../read-source';

const MAGIC = 'PAR1';
const ENCRYPTED = 'PARE';
const SHORTEST = 12;

export interface Footer {
  readonly metadata: FileMetaData;
  readonly root: SchemaTree;
  readonly rows: number;
}

/** Reads and checks what a Parquet file says of itself, before any of it is believed. */
export async function readFooter(source: ReadSource, file: AsyncBuffer): Promise<Footer> {
  const { name } = source;
  await checkMagic(source, file);
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    const root = parquetSchema(metadata);
    checkGroups(metadata, leavesOf(root).length, file.byteLength);
    if (root.children.length > COLUMNS_LIMIT) {
      const facts = { name, columns: root.children.length, limit: COLUMNS_LIMIT };
      throw new Problem('file-too-wide', facts);
    }
    const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    return { metadata, root, rows };
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw damagedFooter(name, file.byteLength, thrown);
  }
}

async function checkMagic({ name }: ReadSource, file: AsyncBuffer): Promise<void> {
  const { byteLength } = file;
  if (byteLength < SHORTEST) throw damagedFooter(name, byteLength, 'cut short');
  const end = magicOf(await file.slice(byteLength - 4, byteLength));
  const begin = magicOf(await file.slice(0, 4));
  if (begin === ENCRYPTED || end === ENCRYPTED) {
    throw new Problem('file-locked', { name, format: 'Parquet' });
  }
  if (begin !== MAGIC || end !== MAGIC) throw damagedFooter(name, byteLength, 'cut short');
}

function magicOf(bytes: ArrayBuffer): string {
  return String.fromCharCode(...new Uint8Array(bytes));
}

function damagedFooter(name: string, bytes: number, thrown: unknown): Problem {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const offset = Math.max(0, bytes - 8);
  return new Problem('file-damaged', {
    name,
    format: 'Parquet',
    offset,
    column: '',
    row: 0,
    reason,
  });
}

export function leavesOf(tree: SchemaTree): SchemaTree[] {
  return tree.children.length === 0 ? [tree] : tree.children.flatMap(leavesOf);
}

/** Row groups with a chunk for each leaf, and chunks that lie in the file: nothing else is read. */
function checkGroups(metadata: FileMetaData, leaves: number, bytes: number): void {
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    if (!Number.isSafeInteger(rows) || rows < 0) throw new Error('row group of impossible size');
    if (group.columns.length !== leaves) throw new Error('row group without some columns');
    for (const { meta_data: chunk, crypto_metadata: lock } of group.columns) {
      if (lock !== undefined) throw new Error('encrypted column');
      if (chunk === undefined) throw new Error('column without place');
      const from = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
      const size = Number(chunk.total_compressed_size);
      const isInside = from >= 0 && size >= 0 && from + size <= bytes;
      if (!isInside) throw new Error('column beyond the end of the file');
    }
  }
}
