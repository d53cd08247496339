import { DataType, type Data, type Vector } from 'apache-arrow';
import { Problem } from '../core/problem';
import type { ColumnMeta, TableValue } from '../core/values';
import { isoOf } from './iso-date';

export { isoOf };

/** The column that a document calls by this name; throws `column-missing`. */
export function columnNamed(table: TableValue, name: string): ColumnMeta {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Problem('column-missing', { column: name });
  return column;
}

/** The Arrow vector of a column id; throws `column-missing`. */
export function vectorOf(table: TableValue, id: string): Vector {
  const index = table.columns.findIndex((column) => column.id === id);
  const vector = index < 0 ? null : table.table.getChildAt(index);
  if (vector === null) throw new Problem('column-missing', { column: id });
  return vector;
}

/** True where the row holds a value. `row` counts within this chunk. */
export function isPresent(chunk: Data, row: number): boolean {
  if (chunk.nullCount === 0) return true;
  const bit = chunk.offset + row;
  return (chunk.nullBitmap![bit >> 3]! & (1 << (bit & 7))) !== 0;
}

function isSet(bits: Uint8Array, bit: number): boolean {
  return (bits[bit >> 3]! & (1 << (bit & 7))) !== 0;
}

/**
 * The numbers of a number, date (ms since 1970, UTC) or boolean (0, 1) column, one a row;
 * missing is NaN. The array is a copy that the caller owns. Columns of other types give NaN
 * throughout: text is never taken for a number.
 */
export function numbersOf(table: TableValue, id: string): Float64Array {
  const numbers = new Float64Array(table.rows).fill(NaN);
  let from = 0;
  for (const chunk of vectorOf(table, id).data) {
    copyNumbers(chunk, 0, numbers.subarray(from, from + chunk.length));
    from += chunk.length;
  }
  return numbers;
}

/** The numbers of the rows from `from` on, as many as there is room for, as `numbersOf` has them. */
export function numbersBetween(
  table: TableValue,
  id: string,
  { from, into }: { readonly from: number; readonly into: Float64Array },
): void {
  into.fill(NaN);
  let begin = 0;
  for (const chunk of vectorOf(table, id).data) {
    const first = Math.max(from, begin);
    const end = Math.min(from + into.length, begin + chunk.length);
    if (first < end) copyNumbers(chunk, first - begin, into.subarray(first - from, end - from));
    begin += chunk.length;
  }
}

/** Copies the numbers of a chunk from its row `from` on, as many as there is room for. */
function copyNumbers(chunk: Data, from: number, into: Float64Array): void {
  const type: DataType = chunk.type;
  if (DataType.isFloat(type)) into.set(chunk.values.subarray(from, from + into.length));
  else if (DataType.isTimestamp(type)) copyStamps(chunk.values.subarray(from), into);
  else if (DataType.isBool(type)) {
    for (let row = 0; row < into.length; row++) {
      into[row] = isSet(chunk.values, chunk.offset + from + row) ? 1 : 0;
    }
  }
  // Under a missing value lies whatever the writer left there, often 0.
  if (chunk.nullCount === 0) return;
  for (let row = 0; row < into.length; row++) if (!isPresent(chunk, from + row)) into[row] = NaN;
}

const TWO_32 = 2 ** 32;

/** Reads 64-bit integers as two halves: a BigInt a row costs ten times as long. */
function copyStamps(stamps: BigInt64Array, into: Float64Array): void {
  const halves = new Int32Array(stamps.buffer, stamps.byteOffset, into.length * 2);
  for (let row = 0; row < into.length; row++) {
    into[row] = halves[2 * row + 1]! * TWO_32 + (halves[2 * row]! >>> 0);
  }
}

export interface Codes {
  /** Index into `levels`, one a row; −1 is missing. A copy that the caller owns. */
  readonly codes: Int32Array;
  readonly levels: string[];
}

/**
 * Any column as codes of its distinct values: category levels in the order of the dictionary
 * (some may not occur), booleans as `false`, `true`, everything else by first appearance in
 * the words of `textOf`. Linear; decodes every text once.
 */
export function codesOf(table: TableValue, id: string): Codes {
  const coding = codingOf(table, id);
  for (;;) {
    const step = coding.next();
    if (step.done) return step.value;
  }
}

/** Rows between two pauses: texts that are all different cost about a microsecond each. */
const BLOCK = 1 << 13;

/** The same as `codesOf`, yielding every few milliseconds. */
export function* codingOf(table: TableValue, id: string): Generator<void, Codes> {
  const codes = new Int32Array(table.rows).fill(-1);
  const levels = new LevelIndex();
  let from = 0;
  for (const chunk of vectorOf(table, id).data) {
    yield* copyCodes(chunk, codes.subarray(from, from + chunk.length), levels);
    from += chunk.length;
  }
  return { codes, levels: levels.values };
}

/** Numbers distinct texts in order of appearance. */
class LevelIndex {
  readonly values: string[] = [];
  private readonly codes = new Map<string, number>();

  codeOf(value: string): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    this.codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

function* copyCodes(chunk: Data, into: Int32Array, levels: LevelIndex): Generator<void, void> {
  const type: DataType = chunk.type;
  if (DataType.isDictionary(type)) {
    const dictionary = chunk.dictionary!;
    const codeOf = Int32Array.from({ length: dictionary.length }, (_, code) =>
      levels.codeOf(String(dictionary.get(code))),
    );
    for (let row = 0; row < chunk.length; row++) {
      if (isPresent(chunk, row)) into[row] = codeOf[Number(chunk.values[row]!)]!;
    }
    return;
  }
  if (DataType.isBool(type)) ['false', 'true'].forEach((word) => levels.codeOf(word));
  for (let row = 0; row < chunk.length; row++) {
    const text = textIn(chunk, row);
    if (text !== null) into[row] = levels.codeOf(text);
    if (row % BLOCK === BLOCK - 1) yield;
  }
}

/**
 * One value as text, for reading by people and by rules: numbers as JavaScript writes them,
 * dates as ISO (`2024-05-01`, with the time `2024-05-01T09:30:00Z` when it is not midnight),
 * booleans `true` or `false`; missing is null. Units are not added.
 */
export function textOf(table: TableValue, id: string, row: number): string | null {
  let from = row;
  for (const chunk of vectorOf(table, id).data) {
    if (from < chunk.length) return from < 0 ? null : textIn(chunk, from);
    from -= chunk.length;
  }
  return null;
}

const decoder = new TextDecoder();

/** The text of a row of this chunk, as `textOf` writes it. */
export function textIn(chunk: Data, row: number): string | null {
  if (!isPresent(chunk, row)) return null;
  const type: DataType = chunk.type;
  if (DataType.isFloat(type)) return String(chunk.values[row]);
  if (DataType.isTimestamp(type)) return isoOf(Number(chunk.values[row]!));
  if (DataType.isBool(type)) return String(isSet(chunk.values, chunk.offset + row));
  if (DataType.isDictionary(type)) return String(chunk.dictionary!.get(Number(chunk.values[row])));
  const bytes: Uint8Array = chunk.values;
  return decoder.decode(bytes.subarray(chunk.valueOffsets[row]!, chunk.valueOffsets[row + 1]!));
}
