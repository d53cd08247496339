import { DataType, type Data } from 'apache-arrow';
import { numberColumn, textColumn, type NewColumn } from '../../table/create-table';
import { eachPresent, rowsIn, type Chunks } from './chunks';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const TWO_32 = 2 ** 32;

/** A 64-bit integer as a float, from its two halves; exact as far as floats are. */
function halvesAt(values: ArrayBufferView, row: number): number {
  const halves = new Int32Array(values.buffer, values.byteOffset + 8 * row, 2);
  return halves[1]! * TWO_32 + (halves[0]! >>> 0);
}

/** The whole number in the words of a value, the lowest first, in two's complement. */
function wordsAt(words: Uint32Array, row: number, isSigned: boolean): bigint {
  let value = 0n;
  for (let i = 3; i >= 0; i--) value = (value << 32n) | BigInt(words[4 * row + i]!);
  return isSigned ? BigInt.asIntN(128, value) : value;
}

/** Reads whole numbers of any width; `scale` digits of them stand behind the point. */
function readerOf(type: DataType): (chunk: Data, row: number) => bigint {
  if (DataType.isDecimal(type)) {
    return ({ values }, row) => wordsAt(values as Uint32Array, row, true);
  }
  if (DataType.isInt(type) && type.bitWidth < 64) return ({ values }, row) => BigInt(values[row]);
  return ({ values }, row) => values[row] as bigint;
}

/** `12345` with scale 2 as `123.45`. */
function decimalText(value: bigint, scale: number): string {
  if (scale === 0) return String(value);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The digits of a decimal number as Arrow stores it. */
export const decimalOf = (words: Uint32Array, scale: number): string =>
  decimalText(wordsAt(words, 0, true), scale);

/**
 * Whole and decimal numbers of the database: as numbers, unless whole ones are too large to be told
 * apart as such: then the column holds identifiers, digit for digit.
 */
export function* exactColumn(
  name: string,
  type: DataType,
  chunks: Chunks,
): Generator<void, NewColumn> {
  const rows = rowsIn(chunks);
  const scale = DataType.isDecimal(type) ? type.scale : 0;
  const read = readerOf(type);
  const values = new Float64Array(rows).fill(NaN);
  let isSafe = true;
  const isNarrow = DataType.isInt(type) && type.bitWidth < 64;
  const isLong = DataType.isInt(type) && type.bitWidth === 64 && type.isSigned;
  yield* eachPresent(chunks, (chunk, row, at) => {
    if (isNarrow) return void (values[at] = chunk.values[row]);
    const quick = isLong ? halvesAt(chunk.values, row) : NaN;
    if (Number.isSafeInteger(quick)) return void (values[at] = quick);
    const value = read(chunk, row);
    const isLarge = value > SAFE || value < -SAFE;
    if (isLarge && scale === 0) isSafe = false;
    // Rounded once, to the nearest: a quotient of two exact numbers, or the text of the digits.
    values[at] =
      isLarge || scale > 22 ? Number(decimalText(value, scale)) : Number(value) / 10 ** scale;
  });
  if (isSafe) return numberColumn(name, values);
  const texts = new Array<string | null>(rows).fill(null);
  yield* eachPresent(chunks, (chunk, row, at) => (texts[at] = String(read(chunk, row))));
  return textColumn(name, texts, 'identifier');
}

/** Whole numbers of 128 bits without a sign, which Arrow has as 16 bytes each. */
export function* hugeColumn(name: string, chunks: Chunks): Generator<void, NewColumn> {
  const texts = new Array<string | null>(rowsIn(chunks)).fill(null);
  let isSafe = true;
  yield* eachPresent(chunks, ({ values }, row, at) => {
    const bytes: Uint8Array = values.slice(16 * row, 16 * row + 16);
    const value = wordsAt(new Uint32Array(bytes.buffer), 0, false);
    if (value > SAFE) isSafe = false;
    texts[at] = String(value);
  });
  if (!isSafe) return textColumn(name, texts, 'identifier');
  return numberColumn(
    name,
    Float64Array.from(texts, (text) => (text === null ? NaN : Number(text))),
  );
}

const MS_PER: readonly number[] = [1e3, 1, 1e-3, 1e-6];

/** Days and moments as milliseconds since 1970; fractions of a millisecond are cut off. */
export function* momentsOf(type: DataType, chunks: Chunks): Generator<void, Float64Array> {
  const values = new Float64Array(rowsIn(chunks)).fill(NaN);
  const unit = DataType.isTimestamp(type) ? MS_PER[type.unit]! : 1;
  yield* eachPresent(chunks, (chunk, row, at) => {
    values[at] = DataType.isTimestamp(type)
      ? Math.floor(divided(halvesAt(chunk.values, row), unit))
      : chunk.values[row] * 86_400_000;
  });
  return values;
}

/** By a whole number where the unit is a part: a thousandth is no binary fraction. */
const divided = (value: number, unit: number): number =>
  unit < 1 ? value / Math.round(1 / unit) : value * unit;
