import type { ColumnMetaData, DecodedArray, PageHeader } from 'hyparquet';
import { assembleLists } from 'hyparquet/src/assemble.js';
import { parquetHeader } from 'hyparquet/src/column.js';
import { isFlatColumn } from 'hyparquet/src/schema.js';
import {
  readDictionary,
  readFirstPage,
  readSecondPage,
  type ColumnDecoder,
  type PageContext,
  type PageValues,
} from './read-page';

/** A page, unpacked; writers choose one megabyte. */
const PAGE_LIMIT_BYTES = 2 ** 28;
/** The strongest compression packs so many bytes into one, on real data a few dozen. */
const PACKED_LIMIT = 20_000;
/** Values of a page; writers choose some ten thousand. */
const PAGE_LIMIT_VALUES = 2 ** 25;
/** The same where each value may be a list of its own. */
const NESTED_LIMIT_VALUES = 2 ** 22;

/** A page that is not as it must be, `offset` bytes after the beginning of its column. */
export class BrokenPage extends Error {
  constructor(
    readonly offset: number,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * The values of a leaf within one row group, page by page. A page is believed only as far as its
 * bytes go: its size lies in the column, its values are no more than the column has, and what is
 * packed or repeated in it ends with it. Throws `BrokenPage`.
 */
export function readPages(
  bytes: ArrayBuffer,
  chunk: ColumnMetaData,
  { decoder, rows }: { readonly decoder: ColumnDecoder; readonly rows: number },
): DecodedArray[] {
  const isFlat = isFlatColumn(decoder.schemaPath);
  const reader = { view: new DataView(bytes), offset: 0 };
  const limit = isFlat ? Math.min(rows, Number(chunk.num_values)) : Number(chunk.num_values);
  const arrays: DecodedArray[] = [];
  let dictionary: DecodedArray | null = null;
  let counted = 0;
  // What lies behind the last value is no page, whatever it is.
  while (reader.offset < bytes.byteLength - 1 && (isFlat ? counted < rows : true)) {
    const at = reader.offset;
    try {
      const header = parquetHeader(reader);
      const packed = packedBytes(bytes, reader.offset, header);
      reader.offset += packed.length;
      counted += valuesOf(header, limit - counted, isFlat);
      if (header.type === 'DICTIONARY_PAGE') {
        dictionary = readDictionary(packed, header, decoder);
        continue;
      }
      const page = readPage(packed, header, { decoder, dictionary });
      placeValues(page, { into: arrays, isFlat, decoder });
    } catch (thrown) {
      throw new BrokenPage(at, thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
  return arrays;
}

function packedBytes(bytes: ArrayBuffer, from: number, header: PageHeader): Uint8Array {
  const { compressed_page_size: packed, uncompressed_page_size: unpacked } = header;
  const isInside = Number.isInteger(packed) && packed >= 0 && packed <= bytes.byteLength - from;
  if (!isInside) throw new Error('a page that leaves its column');
  const limit = Math.min(PAGE_LIMIT_BYTES, packed * PACKED_LIMIT + 64);
  if (!(unpacked >= 0 && unpacked <= limit)) throw new Error('a page of impossible size');
  return new Uint8Array(bytes, from, packed);
}

/** How many values a page says it has, missing ones too; a dictionary has none of the column's. */
function valuesOf(header: PageHeader, left: number, isFlat: boolean): number {
  const { dictionary_page_header: dictionary, data_page_header_v2: second } = header;
  const page = header.data_page_header ?? second;
  const count = (page ?? dictionary)?.num_values ?? 0;
  const counts = second
    ? [
        ...[count, second.num_nulls, second.num_rows],
        ...[second.definition_levels_byte_length, second.repetition_levels_byte_length],
      ]
    : [count];
  if (!counts.every((n) => Number.isInteger(n) && n >= 0)) {
    throw new Error('a page of impossible counts');
  }
  if (page === undefined) return 0;
  if (count > left) throw new Error(`a page of ${count} values where ${left} are left`);
  if (count > (isFlat ? PAGE_LIMIT_VALUES : NESTED_LIMIT_VALUES)) {
    throw new Error(`a page of ${count} values`);
  }
  return count;
}

function readPage(packed: Uint8Array, header: PageHeader, context: PageContext): PageValues {
  const { type, data_page_header: first, data_page_header_v2: second } = header;
  if (type === 'DATA_PAGE' && first) {
    return readFirstPage(packed, { ...header, data_page_header: first }, context);
  }
  if (type === 'DATA_PAGE_V2' && second) {
    return readSecondPage(packed, { ...header, data_page_header_v2: second }, context);
  }
  throw new Error(`parquet unsupported page type: ${type}`);
}

/** A row may go on in the next page, so what is nested goes on in the same array. */
function placeValues(
  { values, definition, repetition }: PageValues,
  {
    into,
    isFlat,
    decoder: { schemaPath },
  }: { into: DecodedArray[]; isFlat: boolean; decoder: ColumnDecoder },
): void {
  if (isFlat && definition.length === 0) {
    if (values.length > 0) into.push(values);
    return;
  }
  if (isFlat) {
    if (definition.length > 0) into.push(withMissing(values, definition));
    return;
  }
  const last = into.at(-1);
  const output: unknown[] = Array.isArray(last) ? last : [];
  // The library only reads the levels, by index.
  const levels = [definition, repetition] as unknown as [number[], number[]];
  const placed = assembleLists(output, levels[0], levels[1], values, schemaPath);
  if (placed !== last && placed.length > 0) into.push(placed);
}

/** In a flat column a level is one or zero: there, or missing. */
function withMissing(values: DecodedArray, definition: Int32Array): DecodedArray {
  const present: ArrayLike<unknown> = values;
  const placed = new Array<unknown>(definition.length);
  let next = 0;
  for (let i = 0; i < definition.length; i++)
    placed[i] = definition[i] === 1 ? present[next++] : null;
  return placed;
}
