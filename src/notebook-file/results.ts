/**
 * The results in a bundle: what views show, as JSON. Typed arrays and numbers that JSON has no
 * word for are objects with a key that begins with `$`; keys of the displays themselves that begin
 * so get another one. Nothing here is believed: who opens a bundle compares fingerprints.
 */
export interface PackedResult {
  readonly cellId: string;
  readonly fingerprint: string;
  readonly kind: string;
  readonly elapsedMs: number;
  readonly display: unknown;
}

/** The place of the results in a bundle. */
export const RESULTS_ENTRY = 'results.json';

const FORMAT = 1;

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
} as const;

type TypeName = keyof typeof TYPES;

/** The same results give the same text. */
export function writeResults(results: readonly PackedResult[]): string {
  const packed = results.map((result) => ({ ...result, display: toPlain(result.display) }));
  return JSON.stringify({ format: FORMAT, results: packed });
}

/** Reads what `writeResults` wrote; null for whatever else it is: a bundle opens without them. */
export function parseResults(text: string): PackedResult[] | null {
  try {
    const { format, results } = (JSON.parse(text) ?? {}) as Record<string, unknown>;
    if (format !== FORMAT || !Array.isArray(results) || !results.every(isPacked)) return null;
    return results.map((result) => ({
      cellId: result.cellId,
      fingerprint: result.fingerprint,
      kind: result.kind,
      elapsedMs: Math.max(0, result.elapsedMs),
      display: fromPlain(result.display),
    }));
  } catch {
    return null;
  }
}

function isPacked(value: unknown): value is PackedResult {
  if (typeof value !== 'object' || value === null) return false;
  const { cellId, fingerprint, kind, elapsedMs } = value as Record<string, unknown>;
  const areTexts = [cellId, fingerprint, kind].every((text) => typeof text === 'string');
  return areTexts && Number.isFinite(elapsedMs);
}

function toPlain(value: unknown): unknown {
  if (typeof value === 'number') return hasWord(value) ? value : { $number: wordOf(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $array: value.constructor.name, base64: toBase64(bytes) };
  }
  if (Array.isArray(value)) return value.map(toPlain);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [escaped(key), toPlain(member)]),
  );
}

function fromPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  const { $number, $array, base64 } = value as Record<string, unknown>;
  if (typeof $number === 'string') return Number($number);
  if (typeof $array === 'string') return toArray($array, base64);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [unescaped(key), fromPlain(member)]),
  );
}

function toArray(name: string, base64: unknown): unknown {
  if (!Object.hasOwn(TYPES, name) || typeof base64 !== 'string') throw new TypeError(name);
  // Just seen to be one of them.
  const Type = TYPES[name as TypeName];
  return new Type(fromBase64(base64).buffer);
}

const hasWord = (value: number) => Number.isFinite(value) && !Object.is(value, -0);
const wordOf = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
const escaped = (key: string) => (key.startsWith('$') ? `$${key}` : key);
const unescaped = (key: string) => (key.startsWith('$$') ? key.slice(1) : key);

/** Short enough to be arguments of a function. */
const PIECE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return btoa(pieces.join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
