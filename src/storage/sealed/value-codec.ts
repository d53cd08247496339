import { Problem } from '../../core/problem';
import { textOf, utf8, type Bytes } from './bytes';

/**
 * Values of results as bytes: a JSON text with numbers for what JSON has no word for, then the
 * typed arrays as they are. Covers what a display may hold: plain objects, arrays, text, numbers
 * (NaN and infinities too), undefined, bigint, Map, Set, Date and typed arrays.
 */
const TYPES = {
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
} as const;
type TypeName = keyof typeof TYPES;

/** A coded value: itself, or a pair of a letter and what it stands for. */
type Coded = null | boolean | string | number | readonly [string, ...unknown[]];

export function encodeValue(value: unknown): Bytes {
  const arrays: Uint8Array[] = [];
  const head = utf8(JSON.stringify(coded(value, arrays)));
  const total = arrays.reduce((sum, { byteLength }) => sum + byteLength, 4 + head.length);
  const bytes = new Uint8Array(total);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, 4);
  let at = 4 + head.length;
  for (const array of arrays) {
    bytes.set(array, at);
    at += array.byteLength;
  }
  return bytes;
}

export function decodeValue(bytes: Bytes): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = JSON.parse(textOf(bytes.subarray(4, 4 + length))) as Coded;
  const reader = { bytes, at: 4 + length };
  return decoded(head, reader);
}

function coded(value: unknown, arrays: Uint8Array[]): Coded {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : ['n', numberName(value)];
    case 'undefined':
      return ['u'];
    case 'bigint':
      return ['b', String(value)];
    case 'object':
      return value === null ? null : codedObject(value, arrays);
    default:
      throw new Problem('storage-failed', { reason: typeof value });
  }
}

function codedObject(value: object, arrays: Uint8Array[]): Coded {
  if (Array.isArray(value)) return ['a', Array.from(value, (item) => coded(item, arrays))];
  if (ArrayBuffer.isView(value)) {
    const name = value.constructor.name;
    if (!Object.hasOwn(TYPES, name)) throw new Problem('storage-failed', { reason: name });
    arrays.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return ['t', name, value.byteLength];
  }
  const pairs = (entries: Iterable<readonly [unknown, unknown]>) =>
    Array.from(entries, ([key, item]) => [coded(key, arrays), coded(item, arrays)]);
  if (value instanceof Map) return ['m', pairs(value)];
  if (value instanceof Set) return ['s', Array.from(value, (item) => coded(item, arrays))];
  if (value instanceof Date) return ['d', value.getTime()];
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    throw new Problem('storage-failed', { reason: value.constructor.name });
  return ['o', pairs(Object.entries(value))];
}

function numberName(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

interface Reader {
  readonly bytes: Bytes;
  at: number;
}

function decoded(value: Coded, reader: Reader): unknown {
  if (!Array.isArray(value)) return value;
  const [letter, body, size] = value as [string, never, number];
  const list = () => (body as Coded[]).map((item) => decoded(item, reader));
  const pairs = () =>
    (body as [Coded, Coded][]).map(
      ([key, item]) => [decoded(key, reader), decoded(item, reader)] as const,
    );
  switch (letter) {
    case 'n':
      return Number(body);
    case 'u':
      return undefined;
    case 'b':
      return BigInt(body);
    case 'a':
      return list();
    case 't':
      return arrayOf(body, size, reader);
    case 'm':
      return new Map(pairs());
    case 's':
      return new Set(list());
    case 'd':
      return new Date(body);
    default:
      // `fromEntries` defines: a key `__proto__` is an ordinary one.
      return Object.fromEntries(pairs() as (readonly [string, unknown])[]);
  }
}

function arrayOf(name: TypeName, size: number, reader: Reader): unknown {
  const bytes = reader.bytes.slice(reader.at, reader.at + size);
  reader.at += size;
  return new TYPES[name](bytes.buffer);
}
