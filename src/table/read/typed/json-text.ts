import { isoOf } from '../../column';
import { hexOf, isReadable } from './readable-bytes';

const decoder = new TextDecoder();
const DEPTH_LIMIT = 64;

/**
 * A nested value of a typed file as JSON text: integers of any size digit by digit, dates as ISO
 * text, bytes as text or hexadecimal digits, what has no value as null. Maps and structs are
 * objects in the order of the file.
 */
export function jsonText(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > DEPTH_LIMIT) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null';
    case 'bigint':
      return value.toString();
    case 'boolean':
      return String(value);
    default:
      return objectText(value, depth + 1);
  }
}

function objectText(value: object, depth: number): string {
  if (value instanceof Date) return JSON.stringify(isoOf(value.getTime()));
  if (value instanceof Uint8Array) {
    return JSON.stringify(isReadable(value) ? decoder.decode(value) : hexOf(value));
  }
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return arrayText(value, depth);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const parts = entries.map(([key, of]) => `${JSON.stringify(String(key))}:${jsonText(of, depth)}`);
  return `{${parts.join(',')}}`;
}

function arrayText(values: object, depth: number): string {
  // Typed arrays and plain ones alike are iterable; a DataView, which is not, is none of ours.
  const parts = Array.from(values as Iterable<unknown>, (value) => jsonText(value, depth));
  return `[${parts.join(',')}]`;
}
