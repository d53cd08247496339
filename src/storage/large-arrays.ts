/**
 * A large array of a stored result: its numbers lie in a blob. The database clones what it is
 * given while the page waits, 10 MB in 30 ms; a blob it takes by name.
 */
interface LargeArray {
  readonly largeArray: keyof typeof TYPES;
  readonly numbers: Blob;
}

const TYPES = {
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
} as const;

const LARGE_BYTES = 1 << 18;

function isType(name: string): name is keyof typeof TYPES {
  return Object.hasOwn(TYPES, name);
}

/** The same value with every large typed array in it, at any depth, as a blob. */
export function withBlobs(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const type = value.constructor.name;
    if (value.byteLength < LARGE_BYTES || !isType(type)) return value;
    // Shared memory is nowhere in a display.
    const numbers = new Blob([value as ArrayBufferView<ArrayBuffer>]);
    return { largeArray: type, numbers } satisfies LargeArray;
  }
  if (Array.isArray(value)) return value.map(withBlobs);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withBlobs(item)]));
}

/** What `withBlobs` was given. Rejects when the browser has lost a blob. */
export async function withArrays(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return Promise.all(value.map(withArrays));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  if (isLargeArray(value)) {
    return new TYPES[value.largeArray](await value.numbers.arrayBuffer());
  }
  const entries = Object.entries(value).map(async ([key, item]) => [key, await withArrays(item)]);
  return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]);
}

function isLargeArray(value: object): value is LargeArray {
  return (
    'largeArray' in value &&
    'numbers' in value &&
    typeof value.largeArray === 'string' &&
    isType(value.largeArray) &&
    value.numbers instanceof Blob
  );
}
