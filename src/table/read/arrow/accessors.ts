import { DataType, DateUnit, IntervalUnit, TimeUnit, type Data } from 'apache-arrow';
import { parseFloat16 } from 'hyparquet/src/convert.js';
import { isPresent } from '../../column';
import { decimalOf } from '../typed/decimal';
import { msOf, spanText, timeText } from '../typed/time-text';

/**
 * The value of a row, which must be present: number, bigint, boolean, string or bytes; Date as
 * milliseconds; nested values as plain ones with Date objects.
 */
export type Accessor = (row: number) => unknown;

const DAY_MS = 86_400_000;
const PER_SECOND: Readonly<Record<TimeUnit, bigint>> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};

/** How to get at the values of a chunk of a type without fields; null for nested types. */
export function leafAccessor(chunk: Data): Accessor | null {
  const type: DataType = chunk.type;
  const { values } = chunk;
  if (DataType.isInt(type)) return (row) => values[row];
  if (DataType.isFloat(type)) {
    if (values instanceof Uint16Array) return (row) => halfOf(values, row);
    return (row) => values[row];
  }
  if (DataType.isBool(type)) {
    const { offset } = chunk;
    return (row) => (values[(offset + row) >> 3]! & (1 << ((offset + row) & 7))) !== 0;
  }
  return textAccessor(chunk) ?? timeAccessor(chunk);
}

function halfOf(values: Uint16Array, row: number): number | undefined {
  const bits = values[row]!;
  return parseFloat16(Uint8Array.of(bits & 255, bits >> 8));
}

function textAccessor(chunk: Data): Accessor | null {
  const type: DataType = chunk.type;
  const { values, valueOffsets: offsets, stride } = chunk;
  if (DataType.isUtf8(type) || DataType.isBinary(type)) {
    return (row) => values.subarray(offsets[row]!, offsets[row + 1]!);
  }
  if (DataType.isLargeUtf8(type) || DataType.isLargeBinary(type)) {
    return (row) => values.subarray(Number(offsets[row]), Number(offsets[row + 1]));
  }
  if (DataType.isFixedSizeBinary(type)) {
    return (row) => values.subarray(row * stride, (row + 1) * stride);
  }
  if (DataType.isBinaryView(type) || DataType.isUtf8View(type)) return viewAccessor(chunk);
  return null;
}

/** Sixteen bytes a value: the length, then up to twelve bytes themselves, or where they are. */
function viewAccessor({ values, variadicBuffers }: Data): Accessor {
  const bytes: Uint8Array = values;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (row) => {
    const at = row * 16;
    const length = view.getInt32(at, true);
    if (length <= 12) return bytes.subarray(at + 4, at + 4 + length);
    const buffer = variadicBuffers[view.getInt32(at + 8, true)];
    const from = view.getInt32(at + 12, true);
    if (buffer === undefined || from < 0 || from + length > buffer.length) {
      throw new Error('view out of place');
    }
    return buffer.subarray(from, from + length);
  };
}

function timeAccessor(chunk: Data): Accessor | null {
  const type: DataType = chunk.type;
  const { values } = chunk;
  if (DataType.isDate(type)) {
    if (type.unit === DateUnit.DAY) return (row) => values[row]! * DAY_MS;
    return (row) => Number(values[row]);
  }
  if (DataType.isTimestamp(type)) {
    const perSecond = PER_SECOND[type.unit];
    if (perSecond === 1n) return (row) => Number(values[row]) * 1000;
    return (row) => msOf(values[row]!, perSecond / 1000n);
  }
  if (DataType.isTime(type)) {
    const perSecond = PER_SECOND[type.unit];
    return (row) => timeText(BigInt(values[row]!), perSecond);
  }
  if (DataType.isDuration(type)) {
    const perSecond = Number(PER_SECOND[type.unit]);
    return (row) => Number(values[row]) / perSecond;
  }
  if (DataType.isInterval(type)) return intervalAccessor(chunk);
  return DataType.isDecimal(type) ? decimalAccessor(chunk) : null;
}

function intervalAccessor(chunk: Data): Accessor {
  const type: DataType = chunk.type;
  const values: Int32Array = chunk.values;
  if (!DataType.isInterval(type)) throw new Error('no interval');
  if (type.unit === IntervalUnit.YEAR_MONTH) return (row) => spanText(values[row]!, 0, 0n);
  if (type.unit === IntervalUnit.DAY_TIME) {
    return (row) => spanText(0, values[row * 2]!, BigInt(values[row * 2 + 1]!) * 1_000_000n);
  }
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return (row) =>
    spanText(values[row * 4]!, values[row * 4 + 1]!, view.getBigInt64(row * 16 + 8, true));
}

/** Decimals are whole numbers of 32 to 256 bits in two's complement, low words first. */
function decimalAccessor(chunk: Data): Accessor {
  const type: DataType = chunk.type;
  if (!DataType.isDecimal(type)) throw new Error('no decimal');
  const { scale } = type;
  const words: Uint32Array = chunk.values;
  const { stride } = chunk;
  return (row) => {
    let value = 0n;
    for (let i = stride - 1; i >= 0; i--) value = (value << 32n) | BigInt(words[row * stride + i]!);
    return decimalOf(BigInt.asIntN(stride * 32, value), scale);
  };
}

/** The value of a row as a plain one, nested as deep as it is; null where missing. */
export function plainAccessor(chunk: Data): Accessor {
  const read = nestedAccessor(chunk) ?? leafForPeople(chunk);
  if (DataType.isUnion(chunk.type) || DataType.isNull(chunk.type)) return read;
  return (row) => (isPresent(chunk, row) ? read(row) : null);
}

const decoder = new TextDecoder();

function leafForPeople(chunk: Data): Accessor {
  const type: DataType = chunk.type;
  const read = leafAccessor(chunk);
  if (read === null) {
    if (DataType.isNull(type)) return () => null;
    throw new Error(`not supported: ${String(type)}`);
  }
  if (DataType.isDate(type) || DataType.isTimestamp(type)) {
    return (row) => new Date(Number(read(row)));
  }
  const isText = DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type);
  // Text comes as its bytes.
  return isText ? (row) => decoder.decode(read(row) as Uint8Array) : read;
}

function nestedAccessor(chunk: Data): Accessor | null {
  const type: DataType = chunk.type;
  const { children, valueOffsets: offsets } = chunk;
  if (DataType.isDictionary(type)) return dictionaryAccessor(chunk);
  if (DataType.isStruct(type)) {
    const fields = children.map(plainAccessor);
    return (row) => new Map(type.children.map(({ name }, i) => [name, fields[i]!(row)]));
  }
  if (DataType.isUnion(type)) return unionAccessor(chunk);
  const isList = DataType.isList(type) || DataType.isLargeList(type);
  if (!isList && !DataType.isMap(type) && !DataType.isFixedSizeList(type)) return null;
  const item = plainAccessor(children[0]!);
  const bounds = DataType.isFixedSizeList(type)
    ? (row: number) => [row * type.listSize, (row + 1) * type.listSize] as const
    : (row: number) => [Number(offsets[row]), Number(offsets[row + 1])] as const;
  const items = (row: number) => {
    const [from, to] = bounds(row);
    return Array.from({ length: to - from }, (_, i) => item(from + i));
  };
  return DataType.isMap(type) ? (row) => mapOf(items(row)) : items;
}

/** Entries are structs of a key and a value. */
function mapOf(entries: readonly unknown[]): Map<unknown, unknown> {
  return new Map(
    entries.map((entry) => {
      const [key, value] = entry instanceof Map ? [...entry.values()] : [];
      return [key, value] as const;
    }),
  );
}

function unionAccessor(chunk: Data): Accessor {
  const { children, typeIds, valueOffsets: offsets } = chunk;
  const type: DataType = chunk.type;
  if (!DataType.isUnion(type)) throw new Error('no union');
  const members = children.map(plainAccessor);
  return (row) => {
    const member = members[type.typeIdToChildIndex[typeIds[row]!]!]!;
    return member(offsets?.length ? offsets[row]! : row);
  };
}

function dictionaryAccessor({ dictionary, values }: Data): Accessor {
  const parts = dictionary?.data ?? [];
  const read = parts.map(plainAccessor);
  return (row) => {
    let code = Number(values[row]);
    for (const [i, part] of parts.entries()) {
      if (code < part.length) return read[i]!(code);
      code -= part.length;
    }
    return null;
  };
}
