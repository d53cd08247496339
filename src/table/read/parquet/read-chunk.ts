import type {
  AsyncBuffer,
  ColumnMetaData,
  Compressors,
  DecodedArray,
  FileMetaData,
  SchemaTree,
} from 'hyparquet';
import { assembleNested } from 'hyparquet/src/assemble.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { flatten } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { PlannedRoot } from './plan-columns';
import { checkSnappy } from './check-snappy';
import { BrokenPage, readPages } from './read-pages';

/** The rows of one row group. */
export interface GroupRows {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** A page without bytes is not packed; some of the libraries stumble over it. */
const unpackers: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) => {
      if (length < 0) throw new Error('a page of impossible size');
      if (length === 0) return new Uint8Array(0);
      if (codec === 'SNAPPY') checkSnappy(input, length);
      return unpack(input, length);
    },
  ]),
);

/**
 * The values of one top-level column within one row group, page by page, as hyparquet gives them.
 * Its parts are called one by one: its own way through a file starts reading all columns at once,
 * and what fails then fails where nobody listens. Throws whatever it throws over damaged bytes.
 */
export async function readGroupColumn(
  file: AsyncBuffer,
  metadata: FileMetaData,
  { tree, leaves }: PlannedRoot,
  rows: GroupRows,
): Promise<DecodedArray[]> {
  const found = new Map<string, DecodedArray[]>();
  for (const { chunk, path } of leaves) {
    const { meta_data: place } = metadata.row_groups[rows.group]!.columns[chunk]!;
    if (place === undefined) throw new Error('column without place');
    const from = startOf(place);
    const bytes = await file.slice(from, from + Number(place.total_compressed_size));
    found.set(path.at(-1)!.path.join('.'), readLeaf(bytes, place, path, rows));
  }
  const [first] = found.values();
  const isFlat = leaves.length === 1 && tree.children.length === 0;
  const arrays = isFlat && first !== undefined ? first : [assembled(found, tree)];
  const count = arrays.reduce((sum, { length }) => sum + length, 0);
  if (count !== rows.to - rows.from) {
    throw new Error(`${count} values where the file announces ${rows.to - rows.from}`);
  }
  return arrays;
}

/** Where a chunk begins in the file. */
export function startOf(place: ColumnMetaData): number {
  return Number(place.dictionary_page_offset || place.data_page_offset);
}

function readLeaf(
  bytes: ArrayBuffer,
  place: ColumnMetaData,
  path: readonly SchemaTree[],
  rows: GroupRows,
): DecodedArray[] {
  const schemaPath = [...path];
  const { element, path: pathInSchema } = schemaPath.at(-1)!;
  const { codec } = place;
  if (element.type === undefined) throw new Error('column without a type');
  const decoder = {
    ...{ pathInSchema, schemaPath, element, type: element.type, codec },
    ...{ parsers: DEFAULT_PARSERS, compressors: unpackers, utf8: false },
  };
  try {
    return readPages(bytes, place, { decoder, rows: rows.to - rows.from });
  } catch (thrown) {
    if (!(thrown instanceof BrokenPage)) throw thrown;
    throw new BrokenPage(startOf(place) + thrown.offset, thrown.message);
  }
}

/** Structs, lists and maps put together from their leaves. */
function assembled(leaves: ReadonlyMap<string, DecodedArray[]>, tree: SchemaTree): DecodedArray {
  const found = new Map([...leaves].map(([name, pages]) => [name, flatten(pages)]));
  assembleNested(found, tree, DEFAULT_PARSERS);
  const values = found.get(tree.path.join('.'));
  if (values === undefined) throw new Error('column not put together');
  return values;
}
