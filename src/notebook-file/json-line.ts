import { isJsonObject, type Json } from '../core/json';
import { LIMITS } from './grammar';

// What would reorder or break the line in an editor is written as an escape.
const TROJAN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Writes a value as one line of JSON with sorted keys; equal values give equal lines. */
export function jsonLine(value: Json): string {
  return spaced(value).replace(TROJAN, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function spaced(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}: ${spaced(value[key] ?? null)}`);
  return `{${members.join(', ')}}`;
}

export type Parsed =
  | { readonly isValid: true; readonly value: Json }
  | { readonly isValid: false; readonly reason: 'not-json' | 'too-deep' | 'number-too-large' };

/** Reads one line of JSON; never throws, whatever the line. */
export function parseJsonLine(line: string): Parsed {
  // Asked before parsing: what recurses over a value must never meet a bottomless one.
  if (depthOf(line) > LIMITS.depth) return { isValid: false, reason: 'too-deep' };
  try {
    // Defines even a key `__proto__` as the object's own.
    const value = JSON.parse(line) as Json;
    const hasOverflow = !isFiniteThroughout(value);
    return hasOverflow
      ? { isValid: false, reason: 'number-too-large' }
      : { isValid: true, value: withoutMinusZero(value) };
  } catch {
    return { isValid: false, reason: 'not-json' };
  }
}

/** The deepest nesting of brackets outside strings; reads the line once. */
function depthOf(line: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (isInString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return deepest;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** `1e999` reads as Infinity, which no JSON can write back. */
function isFiniteThroughout(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFiniteThroughout);
}

/** JSON writes −0 as 0: both must be one value, or one notebook would have two forms. */
function withoutMinusZero(value: Json): Json {
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(withoutMinusZero);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutMinusZero(member)]),
  );
}
