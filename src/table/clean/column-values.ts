import { DataType, makeData, Utf8, type Data } from 'apache-arrow';
import { ByteIndex } from '../byte-index';
import { codesOf, isPresent, numbersOf, textIn, type Codes } from '../column';
import {
  booleanColumn,
  categoryColumn,
  dateColumn,
  numberColumn,
  validityOf,
  type NewColumn,
} from '../create-table';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import { tableOf } from './working';

const ONLY = 'c0';

/** The numbers of a number, date or boolean column; missing is NaN. A copy that the caller owns. */
export function numbersIn({ data, ...column }: NewColumn): Float64Array {
  return numbersOf(tableOf(data.length, [{ ...column, data }]), ONLY);
}

/** One value as `textOf` writes it. */
export function textAt({ data }: NewColumn, row: number): string | null {
  return textIn(data, row);
}

/** True where a row holds a value. A number that is none counts as missing. */
export function presenceOf({ data }: NewColumn): (row: number) => boolean {
  if (!DataType.isFloat(data.type) && data.nullCount === 0) return () => true;
  if (!DataType.isFloat(data.type)) return (row) => isPresent(data, row);
  const values = data.values as Float64Array;
  if (data.nullCount === 0) return (row) => !Number.isNaN(values[row]!);
  return (row) => isPresent(data, row) && !Number.isNaN(values[row]!);
}

/** Any column as codes of its distinct texts, as `codesOf` has them, without a long stretch of work. */
export function* levelsOf(column: NewColumn): Paced<Codes> {
  const { data } = column;
  if (DataType.isDictionary(data.type) || DataType.isBool(data.type)) {
    return codesOf(tableOf(data.length, [column]), ONLY);
  }
  if (DataType.isUtf8(data.type)) return yield* textLevels(data);
  return yield* numberLevels(column);
}

function* textLevels(texts: Data): Paced<Codes> {
  const codes = new Int32Array(texts.length).fill(-1);
  const index = new ByteIndex();
  const offsets: Int32Array = texts.valueOffsets;
  for (let row = 0; row < texts.length; row++) {
    if (isPresent(texts, row)) {
      codes[row] = index.codeOf(texts.values, offsets[row]!, offsets[row + 1]!);
    }
    if (row % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
  }
  const decoder = new TextDecoder();
  const levels: string[] = [];
  for (let code = 0; code < index.size; code++) {
    levels.push(decoder.decode(index.bytesOf(code)));
    if (code % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
  }
  return { codes, levels };
}

function* numberLevels(column: NewColumn): Paced<Codes> {
  const numbers = numbersIn(column);
  const codes = new Int32Array(numbers.length).fill(-1);
  const known = new Map<number, number>();
  const levels: string[] = [];
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row]!;
    if (!Number.isNaN(value)) {
      let code = known.get(value);
      if (code === undefined) {
        code = levels.push(textAt(column, row) ?? '') - 1;
        known.set(value, code);
      }
      codes[row] = code;
    }
    if (row % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
  }
  return { codes, levels };
}

/** A number, date or boolean column with other numbers; takes the array. */
export function withNumbers(column: NewColumn, numbers: Float64Array): NewColumn {
  const { name, type, unit } = column;
  if (type === 'date') return headed(column, dateColumn(name, numbers));
  if (type === 'boolean') {
    const flags = Int8Array.from(numbers, (value) => (Number.isNaN(value) ? -1 : value));
    return headed(column, booleanColumn(name, flags));
  }
  return numberColumn(name, numbers, unit);
}

/** A text-like column of this type from codes into `levels`; −1 is missing. Takes the array. */
export function* withLevels(
  { name, type }: Pick<NewColumn, 'name' | 'type'>,
  codes: Int32Array,
  levels: readonly string[],
): Paced<NewColumn> {
  if (type === 'category') return categoryColumn(name, codes, levels);
  return { name, type, data: yield* textDataOf(codes, levels) };
}

function headed({ name, type, unit }: NewColumn, { data }: NewColumn): NewColumn {
  return { name, type, data, ...(unit === undefined ? {} : { unit }) };
}

/** Texts side by side: each level is encoded once, and its bytes are copied to its rows. */
function* textDataOf(codes: Int32Array, levels: readonly string[]): Paced<Data> {
  const { bytes, ends } = yield* encoded(levels);
  const startOf = (code: number): number => (code === 0 ? 0 : ends[code - 1]!);
  const offsets = new Int32Array(codes.length + 1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    offsets[row + 1] = offsets[row]! + (code < 0 ? 0 : ends[code]! - startOf(code));
    if (row % BLOCK === BLOCK - 1) yield;
  }
  const texts = new Uint8Array(offsets[codes.length]!);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const to = offsets[row + 1]!;
    for (let at = offsets[row]!, from = code < 0 ? 0 : startOf(code); at < to; at++, from++) {
      texts[at] = bytes[from]!;
    }
    if (row % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
  }
  const validity = validityOf(codes.length, (row) => codes[row]! < 0);
  return makeData({
    type: new Utf8(),
    length: codes.length,
    valueOffsets: offsets,
    data: texts,
    ...validity,
  });
}

function* encoded(levels: readonly string[]): Paced<{ bytes: Uint8Array; ends: Uint32Array }> {
  const encoder = new TextEncoder();
  const ends = new Uint32Array(levels.length);
  let bytes = new Uint8Array(1024);
  let used = 0;
  for (const [code, level] of levels.entries()) {
    // A UTF-16 unit takes at most three bytes.
    if (used + level.length * 3 > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + level.length * 3));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
    used += encoder.encodeInto(level, bytes.subarray(used)).written;
    ends[code] = used;
    if (code % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
  }
  return { bytes, ends };
}
