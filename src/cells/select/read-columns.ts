import { Problem } from '../../core/problem';
import type { ColumnMeta, TableValue } from '../../core/values';
import type { Coded } from '../../metrics/selection/crosstab';
import { codesOf, numbersOf } from '../../table/column';
import { isIdentifierColumn } from '../../table/encode/choose-columns';
import { presentOf } from '../../table/encode/moments';
import { sortNumbers } from '../../table/sort-numbers';
import { quantileOf } from '../../table/summarize-numbers';

/** Numbers of no more distinct values than this are taken for kinds. */
const FEW = 10;
const MOST_CLASSES = 50;
const FIFTHS = [0.2, 0.4, 0.6, 0.8];

/** A column as codes of its kinds, with their names. */
export interface Kinds extends Coded {
  readonly levels: readonly string[];
}

export function isNumeric({ type }: ColumnMeta): boolean {
  return type === 'number' || type === 'boolean';
}

/** Numbers, yes/no and categories are judged; dates, texts and what names a row or a place are not. */
export function isJudged(table: TableValue, column: ColumnMeta): boolean {
  if (column.type === 'boolean' || column.type === 'category') return true;
  if (column.type !== 'number') return false;
  return !isIdentifierColumn(numbersOf(table, column.id), column.name);
}

const BLOCK = 1 << 17;

/** One code a row, a block of rows at a time; −1 is missing. */
function* codesBy(
  values: Float64Array,
  codeOf: (value: number) => number,
): Generator<void, Int32Array> {
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    codes[row] = codeOf(values[row]!);
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return codes;
}

/** The kinds of a category; of numbers, when they have few distinct values, else null. */
export function* kindsOf(table: TableValue, column: ColumnMeta): Generator<void, Kinds | null> {
  if (column.type === 'category') {
    const { codes, levels } = codesOf(table, column.id);
    yield;
    return { codes, levels, size: levels.length };
  }
  const values = numbersOf(table, column.id);
  yield;
  const seen = new Set<number>();
  for (let row = 0; row < values.length && seen.size <= FEW; row++) {
    if (!Number.isNaN(values[row]!)) seen.add(values[row]!);
    if (row % BLOCK === BLOCK - 1) yield;
  }
  if (seen.size > FEW) return null;
  const distinct = [...seen].sort((a, b) => a - b);
  const codes = yield* codesBy(values, (value) => distinct.indexOf(value));
  return { codes, size: distinct.length, levels: distinct.map(String) };
}

/**
 * Numbers in five parts of about as many rows: 0 … 4, at the quantiles of those present (a value on
 * an edge belongs below it), fewer where edges are equal. Scale-free, so a χ² test of the parts means
 * the same for counts and amounts.
 */
export function* fifthsOf(values: Float64Array): Generator<void, Coded> {
  const present = presentOf(values);
  yield;
  const sorted = yield* sortNumbers(present);
  if (sorted.length === 0) return { codes: new Int32Array(values.length).fill(-1), size: 1 };
  const edges = [...new Set(FIFTHS.map((q) => quantileOf(sorted, q)))];
  yield;
  const codes = yield* codesBy(values, (value) => {
    if (Number.isNaN(value)) return -1;
    let code = 0;
    while (code < edges.length && edges[code]! < value) code++;
    return code;
  });
  return { codes, size: edges.length + 1 };
}

/** What the columns should tell about: kinds, or numbers with their fifths. */
export interface TargetValues {
  readonly column: ColumnMeta;
  /** The classes that occur; null for numbers of many distinct values. */
  readonly classes: Kinds | null;
  /** The classes, or fifths of the numbers. */
  readonly parts: Coded;
  readonly numbers: Float64Array | null;
  readonly missing: number;
}

/** Reads the column chosen as target; throws `target-unfit`. */
export function* readTarget(table: TableValue, column: ColumnMeta): Generator<void, TargetValues> {
  const unfit = (reason: string, count: number): never => {
    throw new Problem('target-unfit', { column: column.name, reason, count });
  };
  if (!isNumeric(column) && column.type !== 'category') return unfit(column.type, 0);
  const kinds = yield* kindsOf(table, column);
  if (kinds === null) {
    const numbers = numbersOf(table, column.id);
    const missing = numbers.length - presentOf(numbers).length;
    return { column, classes: null, parts: yield* fifthsOf(numbers), numbers, missing };
  }
  const classes = withoutUnused(kinds);
  if (classes.size < 2) return unfit('one-class', classes.size);
  if (classes.size > MOST_CLASSES) return unfit('many-classes', classes.size);
  const missing = classes.codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
  return { column, classes, parts: classes, numbers: null, missing };
}

/** A dictionary may hold words that no row has. */
function withoutUnused({ codes, levels }: Kinds): Kinds {
  const isUsed = new Uint8Array(levels.length);
  codes.forEach((code) => {
    if (code >= 0) isUsed[code] = 1;
  });
  const place = new Int32Array(levels.length).fill(-1);
  const used = levels.filter((_, code) => isUsed[code] === 1);
  let next = 0;
  isUsed.forEach((is, code) => {
    if (is === 1) place[code] = next++;
  });
  return { codes: codes.map((code) => (code < 0 ? -1 : place[code]!)), levels: used, size: next };
}
