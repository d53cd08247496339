import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';

/** A page, unpacked; writers choose one megabyte. */
const PAGE_LIMIT_BYTES = 2 ** 28;
/** The strongest compression packs so many bytes into one, on real data a few dozen. */
const PACKED_LIMIT = 20_000;

/**
 * Walks over the page headers of a column chunk and refuses what no writer would have written:
 * page sizes that leave the chunk, more values than the row group has, pages that would unpack to
 * more than memory. Without this a few bytes could ask for gigabytes, or for hours.
 */
export function guardPages(bytes: ArrayBuffer, chunk: ColumnMetaData, isRepeated: boolean): void {
  const reader = { view: new DataView(bytes), offset: 0 };
  const values = Number(chunk.num_values);
  let counted = 0;
  while (reader.offset < bytes.byteLength - 1 && (isRepeated || counted < values)) {
    const at = reader.offset;
    const header = parquetHeader(reader);
    checkSizes(header, bytes.byteLength - reader.offset, at);
    counted += valuesOf(header, values, at);
    reader.offset += header.compressed_page_size;
  }
  if (counted > values) throw new Error(`more values than the column has: ${counted}`);
}

function checkSizes(header: PageHeader, left: number, at: number): void {
  const { compressed_page_size: packed, uncompressed_page_size: unpacked } = header;
  const isInside = packed >= 0 && packed <= left;
  if (!isInside) throw new Error(`page at ${at} leaves its column`);
  const limit = Math.min(PAGE_LIMIT_BYTES, packed * PACKED_LIMIT + 64);
  if (!(unpacked >= 0 && unpacked <= limit)) throw new Error(`page at ${at} of impossible size`);
}

function valuesOf(header: PageHeader, limit: number, at: number): number {
  const { dictionary_page_header: dictionary, data_page_header_v2: second } = header;
  const page = header.data_page_header ?? second;
  const count = (page ?? dictionary)?.num_values ?? 0;
  const lengths = second
    ? [second.num_nulls, second.num_rows, second.definition_levels_byte_length]
    : [];
  const isPossible = [count, ...lengths].every((n) => Number.isInteger(n) && n >= 0);
  if (!isPossible) throw new Error(`page at ${at} of impossible counts`);
  if (dictionary !== undefined && page === undefined) {
    if (count > header.uncompressed_page_size * 8) throw new Error(`dictionary at ${at} too large`);
    return 0;
  }
  if (count > limit) throw new Error(`page at ${at} has more values than its column`);
  return count;
}
