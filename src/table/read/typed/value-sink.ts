import type { ColumnSink, SunkColumn } from './column-sink';
import { jsonText } from './json-text';
import { TextSink, type TextOptions } from './text-sink';

/** Takes the values of a column as a library gives them; null and undefined are missing. */
export interface ValueSink {
  push(value: unknown): void;
  finish(name: string): Generator<void, SunkColumn>;
}

function refuse(value: unknown): never {
  throw new Error(`value of another type: ${typeof value}`);
}

export const bytesIn = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : refuse(value);
export const integerIn = (value: unknown): bigint =>
  typeof value === 'bigint' ? value : refuse(value);
export const numberIn = (value: unknown): number =>
  typeof value === 'number' ? value : refuse(value);
export const booleanIn = (value: unknown): boolean =>
  typeof value === 'boolean' ? value : refuse(value);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : refuse(value));

/** A sink for what the library gives, converted value by value; null is missing. */
export function through<V>(sink: ColumnSink<V>, convert: (value: unknown) => V | null): ValueSink {
  return {
    push: (value) => sink.push(value === null || value === undefined ? null : convert(value)),
    finish: (name) => sink.finish(name),
  };
}

/** A sink for values that become text of their own kind, such as times of day. */
export function texts(
  convert: (value: unknown) => string | null = textIn,
  type?: 'identifier' | 'text',
): ValueSink {
  const sink = new TextSink(type === undefined ? {} : { type });
  return {
    push: (value) => sink.pushText(value === null || value === undefined ? null : convert(value)),
    finish: (name) => sink.finish(name),
  };
}

/** Lists, maps and what else has no place in a column: as JSON text. */
export function jsonSink(): ValueSink {
  return texts((value) => jsonText(value), 'text');
}

/**
 * A sink for text or bytes. Repeated values of a dictionary are the same object: they need not be
 * looked at again.
 */
export function bytesSink(options: TextOptions = {}): ValueSink {
  const sink = new TextSink(options);
  let last: unknown = null;
  let code = -1;
  return {
    push(value) {
      if (value === null || value === undefined) return sink.push(null);
      if (value === last && code >= 0) return sink.repeat(code);
      sink.push(bytesIn(value));
      last = value;
      code = sink.lastCode();
    },
    finish: (name) => sink.finish(name),
  };
}
