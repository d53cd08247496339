import { Utf8, makeData } from 'apache-arrow';
import { categoryColumn, validityOf, type NewColumn } from './create-table';

/** With more distinct texts than this a column is text; with fewer a category, as the reader has it. */
const MOST_LEVELS = 1000;
const BLOCK = 1 << 13;
const LONG_BLOCK = 1 << 16;

/**
 * A column of texts from indices into distinct ones; −1 is missing. Takes the codes. Linear; yields
 * every few milliseconds.
 */
export function* columnOfTexts(
  name: string,
  codes: Int32Array,
  levels: readonly string[],
): Generator<void, NewColumn> {
  if (levels.length <= MOST_LEVELS) return categoryColumn(name, codes, levels);
  return yield* textsOf(name, { codes, levels }, 'text');
}

/** The same with no look at how many are distinct. Linear; yields every few milliseconds. */
export function* textsOf(
  name: string,
  { codes, levels }: { readonly codes: Int32Array; readonly levels: readonly string[] },
  type: 'text' | 'identifier',
): Generator<void, NewColumn> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const [i, level] of levels.entries()) {
    parts.push(encoder.encode(level));
    if (i % BLOCK === BLOCK - 1) yield;
  }
  const valueOffsets = new Int32Array(codes.length + 1);
  for (let row = 0; row < codes.length; row++) {
    valueOffsets[row + 1] = valueOffsets[row]! + (parts[codes[row]!]?.length ?? 0);
    if (row % LONG_BLOCK === LONG_BLOCK - 1) yield;
  }
  yield;
  const bytes = new Uint8Array(valueOffsets[codes.length]!);
  for (let row = 0; row < codes.length; row++) {
    const part = parts[codes[row]!];
    if (part) bytes.set(part, valueOffsets[row]!);
    if (row % LONG_BLOCK === LONG_BLOCK - 1) yield;
  }
  const validity = validityOf(codes.length, (row) => codes[row]! < 0);
  const { length } = codes;
  const stored = makeData({ type: new Utf8(), length, valueOffsets, data: bytes, ...validity });
  return { name, type, data: stored };
}
