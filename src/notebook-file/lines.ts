import { Problem, type NotebookFault } from '../core/problem';
import type { Json } from '../core/json';
import { parseJsonLine } from './json-line';

/** A line with its number, so that whatever is wrong can say where. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

/** A `key: value` line, its value not yet read. */
export interface KeyLine {
  readonly key: string;
  readonly rest: string;
  readonly line: Line;
}

export function refuse(line: number, reason: NotebookFault): never {
  throw new Problem('notebook-invalid', { line, reason });
}

/** Cuts a text into lines; CRLF counts as LF, a byte order mark is dropped. Linear. */
export function linesOf(text: string): Line[] {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  return bare
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((content, i) => ({ text: content, number: i + 1 }));
}

// Bounded, as every pattern here: what matches without a bound can exhaust the matcher's stack.
const UNQUOTED = /^([A-Za-z][A-Za-z0-9_.-]{0,200}):(?=[ \t]|$)/;

/** Splits a line into key and value; throws `notebook-invalid` when it is no such line. */
export function parseKeyLine(line: Line): KeyLine {
  const plain = UNQUOTED.exec(line.text)?.[1];
  if (plain !== undefined) return keyLine(plain, { line, length: plain.length });
  const length = quotedLength(line.text);
  const parsed = parseJsonLine(line.text.slice(0, length));
  const isKey = parsed.isValid && typeof parsed.value === 'string' && line.text[length] === ':';
  return isKey
    ? keyLine(String(parsed.value), { line, length })
    : refuse(line.number, 'key-invalid');
}

function keyLine(
  key: string,
  { line, length }: { readonly line: Line; readonly length: number },
): KeyLine {
  return { key, rest: line.text.slice(length + 1).trim(), line };
}

/** How many characters the string takes that a line begins with, quotes included. */
function quotedLength(text: string): number {
  let i = 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** The value of a line as JSON; throws `notebook-invalid`. */
export function jsonOf({ rest, line }: KeyLine): Json {
  const parsed = parseJsonLine(rest);
  return parsed.isValid ? parsed.value : refuse(line.number, parsed.reason);
}

// What YAML gives a meaning of its own; taking it for plain text would be a guess.
const NOT_PLAIN_TEXT = /^(?:$|["'[\]{}&*!|>%@`#,?-])/;

/** As `jsonOf`, but takes unquoted words for text, as people write front matter by hand. */
export function looseJsonOf(entry: KeyLine): Json {
  const parsed = parseJsonLine(entry.rest);
  if (parsed.isValid) return parsed.value;
  const isText = parsed.reason === 'not-json' && !NOT_PLAIN_TEXT.test(entry.rest);
  return isText ? entry.rest : refuse(entry.line.number, parsed.reason);
}

/** Adds an entry; refuses a key that is there already. */
export function putOnce<T>(entries: Map<string, T>, { key, line }: KeyLine, value: T): void {
  if (entries.has(key)) refuse(line.number, 'key-repeated');
  entries.set(key, value);
}
