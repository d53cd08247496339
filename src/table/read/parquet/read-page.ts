import type { DataPageHeader, DecodedArray, PageHeader } from 'hyparquet';
import { convert } from 'hyparquet/src/convert.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { checkDeltas, checkSharedBytes } from './check-lengths';
import { readInt96 } from './read-int96';
import { readRuns, type Bytes } from './read-runs';

/** What the library is told of a leaf; it exports no name for it. */
export type ColumnDecoder = Parameters<typeof convert>[1];
type DataPageHeaderV2 = NonNullable<PageHeader['data_page_header_v2']>;

/** What a page holds: values that are there, and where they belong. */
export interface PageValues {
  readonly values: DecodedArray;
  /** Empty: every value is there. */
  readonly definition: Int32Array;
  /** Empty: nothing is repeated. */
  readonly repetition: Int32Array;
}

/** Bytes that a plain value takes at least. */
const LEAST_BYTES: Readonly<Record<string, number>> = {
  ...{ BOOLEAN: 1 / 8, INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8, BYTE_ARRAY: 4 },
};
const NONE = new Int32Array(0);

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Bytes => ({
  ...{ view: new DataView(buffer, byteOffset, byteLength), offset: 0 },
});
const bitsOf = (level: number): number => 32 - Math.clz32(level);

/** The values of a dictionary page. Throws over damaged bytes, as the functions below. */
export function readDictionary(
  packed: Uint8Array,
  header: PageHeader,
  decoder: ColumnDecoder,
): DecodedArray {
  const bytes = bytesOf(unpacked(packed, header.uncompressed_page_size, decoder));
  const count = header.dictionary_page_header?.num_values ?? 0;
  return convert(readPlainValues(bytes, count, decoder), decoder);
}

/** A data page as Parquet first had them: levels and values packed together. */
export function readFirstPage(
  packed: Uint8Array,
  header: PageHeader & { readonly data_page_header: DataPageHeader },
  { decoder, dictionary }: PageContext,
): PageValues {
  const bytes = bytesOf(unpacked(packed, header.uncompressed_page_size, decoder));
  const { num_values: all, encoding } = header.data_page_header;
  const { schemaPath } = decoder;
  const repetition = readPrefixed(bytes, getMaxRepetitionLevel(schemaPath), all);
  const deepest = getMaxDefinitionLevel(schemaPath);
  const definition = readPrefixed(bytes, deepest, all);
  const count = present(definition, deepest, all);
  const values = readValues(bytes, { count, encoding, decoder, dictionary });
  return { values, definition: count === all ? NONE : definition, repetition };
}

/** A data page of the second form: levels stand unpacked before the values. */
export function readSecondPage(
  packed: Uint8Array,
  header: PageHeader & { readonly data_page_header_v2: DataPageHeaderV2 },
  { decoder, dictionary }: PageContext,
): PageValues {
  const second = header.data_page_header_v2;
  const { num_values: all, encoding } = second;
  const { schemaPath } = decoder;
  const from = second.repetition_levels_byte_length;
  const to = from + second.definition_levels_byte_length;
  if (from < 0 || to < from || to > packed.length) throw new Error('levels that leave their page');
  const deepest = getMaxDefinitionLevel(schemaPath);
  const levels = bytesOf(packed);
  const repetition = readLevels(levels, getMaxRepetitionLevel(schemaPath), {
    count: all,
    end: from,
  });
  levels.offset = from;
  const definition = readLevels(levels, deepest, { count: all, end: to });
  const count = present(definition, deepest, all);
  if (count !== all - second.num_nulls) throw new Error('another number of values than announced');
  const size = header.uncompressed_page_size - to;
  const rest = packed.subarray(to);
  const bytes = bytesOf(second.is_compressed === false ? rest : unpacked(rest, size, decoder));
  const values = readValues(bytes, { count, encoding, decoder, dictionary });
  return { values, definition: count === all ? NONE : definition, repetition };
}

export interface PageContext {
  readonly decoder: ColumnDecoder;
  readonly dictionary: DecodedArray | null;
}

function unpacked(packed: Uint8Array, size: number, decoder: ColumnDecoder): Uint8Array {
  return decompressPage(packed, size, decoder.codec, decoder.compressors);
}

/** Levels after their length; none at all where there is only one. */
function readPrefixed(bytes: Bytes, highest: number, count: number): Int32Array {
  if (highest === 0) return NONE;
  const end = bytes.offset + 4 + bytes.view.getUint32(bytes.offset, true);
  bytes.offset += 4;
  const levels = readLevels(bytes, highest, { count, end });
  bytes.offset = end;
  return levels;
}

function readLevels(
  bytes: Bytes,
  highest: number,
  { count, end }: { readonly count: number; readonly end: number },
): Int32Array {
  if (highest === 0) return NONE;
  const levels = readRuns(bytes, { width: bitsOf(highest), count, end });
  if (levels.some((level) => level > highest)) throw new Error('a level that the schema has not');
  return levels;
}

function present(definition: Int32Array, deepest: number, all: number): number {
  if (deepest === 0) return all;
  let count = 0;
  for (const level of definition) if (level === deepest) count++;
  return count;
}

interface Wanted extends PageContext {
  readonly count: number;
  readonly encoding: string | undefined;
}

function readValues(bytes: Bytes, { count, encoding, decoder, dictionary }: Wanted): DecodedArray {
  const { type, element } = decoder;
  switch (encoding) {
    case 'PLAIN':
      return convert(readPlainValues(bytes, count, decoder), decoder);
    case 'RLE':
      if (type === 'BOOLEAN') return readBooleans(bytes, count);
      return looked(readIndexes(bytes, count), dictionary);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return looked(readIndexes(bytes, count), dictionary);
    case 'BYTE_STREAM_SPLIT':
      return convert(byteStreamSplit(bytes, count, type, element.type_length), decoder);
    case 'DELTA_BINARY_PACKED':
    case 'DELTA_LENGTH_BYTE_ARRAY':
    case 'DELTA_BYTE_ARRAY':
      return convert(readDeltas(bytes, count, encoding, type), decoder);
    default:
      throw new Error(`parquet unsupported encoding: ${encoding}`);
  }
}

function readPlainValues(
  bytes: Bytes,
  count: number,
  { type, element }: ColumnDecoder,
): DecodedArray {
  const least = LEAST_BYTES[type] ?? element.type_length ?? 0;
  const left = bytes.view.byteLength - bytes.offset;
  if (count < 0 || count * least > left) throw new Error(`${count} values in ${left} bytes`);
  if (type === 'INT96') return readInt96(bytes, count);
  return readPlain(bytes, type, count, element.type_length);
}

function readBooleans(bytes: Bytes, count: number): DecodedArray {
  const end = bytes.offset + 4 + bytes.view.getUint32(bytes.offset, true);
  bytes.offset += 4;
  return Array.from(readRuns(bytes, { width: 1, count, end }), (bit) => bit === 1);
}

function readIndexes(bytes: Bytes, count: number): Int32Array {
  // A page without a value may have no bytes either.
  if (count === 0) return NONE;
  const width = bytes.view.getUint8(bytes.offset++);
  return readRuns(bytes, { width, count, end: bytes.view.byteLength });
}

function looked(indexes: Int32Array, dictionary: DecodedArray | null): DecodedArray {
  if (indexes.length === 0) return [];
  if (dictionary === null) throw new Error('no dictionary');
  const entries: ArrayLike<unknown> = dictionary;
  const values = new Array<unknown>(indexes.length);
  for (let i = 0; i < indexes.length; i++) {
    const index = indexes[i]!;
    if (index < 0 || index >= entries.length) throw new Error('a value beyond its dictionary');
    values[i] = entries[index];
  }
  return values;
}

type DeltaEncoding = 'DELTA_BINARY_PACKED' | 'DELTA_LENGTH_BYTE_ARRAY' | 'DELTA_BYTE_ARRAY';

function readDeltas(
  bytes: Bytes,
  count: number,
  encoding: DeltaEncoding,
  type: string,
): DecodedArray {
  if (count > 0) checkDeltas(bytes);
  if (encoding === 'DELTA_BINARY_PACKED') {
    const numbers = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    deltaBinaryUnpack(bytes, count, numbers);
    return numbers;
  }
  const values = new Array<Uint8Array>(count);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') deltaLengthByteArray(bytes, count, values);
  else {
    if (count > 0) checkSharedBytes(bytes, count);
    deltaByteArray(bytes, count, values);
  }
  return values;
}
