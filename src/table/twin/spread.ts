import type { ColumnMeta, TableValue } from '../../core/values';
import { codesOf, numbersOf } from '../column';
import {
  booleanColumn,
  categoryColumn,
  dateColumn,
  numberColumn,
  textColumn,
  type NewColumn,
} from '../create-table';
import { sortNumbers } from '../sort-numbers';
import { LEAST_ROWS, marginalOf, type Marginal } from './marginal';

/** A column on its way into a twin: its real values as numbers, and how drawn ones are written. */
export interface Spread {
  /** One number a row; NaN is missing. Categories are numbered in an order of their own. */
  readonly values: Float64Array;
  readonly marginal: Marginal;
  /** The drawn column; takes the array. */
  readonly column: (drawn: Float64Array) => NewColumn;
}

/** How a column is spread; null for one that names people, which is numbered instead. */
export function* spreadOf(
  table: TableValue,
  column: ColumnMeta,
  against: Float64Array | null,
): Generator<void, Spread> {
  if (column.type === 'number' || column.type === 'date') {
    const values = numbersOf(table, column.id);
    yield;
    const sorted = yield* sortNumbers(values.filter((x) => !Number.isNaN(x)));
    const isDays = column.type === 'date' && sorted.every((ms) => ms % DAY === 0);
    const marginal = marginalOf(sorted, table.rows);
    const write = column.type === 'date' ? dateColumn : numberColumn;
    const settle = (drawn: Float64Array): Float64Array =>
      isDays ? drawn.map((ms) => Math.round(ms / DAY) * DAY) : drawn;
    return { values, marginal, column: (drawn) => write(column.name, settle(drawn)) };
  }
  return spreadOfLevels(table, column, against);
}

const DAY = 86_400_000;
const OTHER = '其他 other';

/** Levels in the order of what they go with, so that their ranks mean something. */
function spreadOfLevels(
  table: TableValue,
  column: ColumnMeta,
  against: Float64Array | null,
): Spread {
  const { codes, levels } = codesOf(table, column.id);
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const means = against ? meansByLevel(codes, levels.length, against) : counts;
  // Small levels are one, at the end; its number is no real level's.
  const isKept = (code: number): boolean => counts[code]! >= LEAST_ROWS;
  const order = levels.map((_, code) => code).filter(isKept);
  order.sort((a, b) => means[a]! - means[b]! || a - b);
  const place = new Int32Array(levels.length).fill(order.length);
  order.forEach((code, i) => (place[code] = i));
  const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : place[code]!));
  const sorted = values.filter((x) => !Number.isNaN(x)).sort();
  const names = [...order.map((code) => levels[code]!), OTHER];
  const marginal = levelMarginal(sorted, { rows: table.rows, levels: names.length });
  return { values, marginal, column: (drawn) => written(column, drawn, names) };
}

function meansByLevel(codes: Int32Array, levels: number, against: Float64Array): Float64Array {
  const sums = new Float64Array(levels);
  const counts = new Float64Array(levels);
  codes.forEach((code, row) => {
    if (code < 0 || Number.isNaN(against[row]!)) return;
    sums[code]! += against[row]!;
    counts[code]!++;
  });
  return sums.map((sum, level) => (counts[level] === 0 ? 0 : sum / counts[level]!));
}

/** As many as there are of each; what is left over as "other" is missing where even that is small. */
function levelMarginal(
  sorted: Float64Array,
  { rows, levels }: { readonly rows: number; readonly levels: number },
): Marginal {
  const counts = new Float64Array(levels);
  for (const place of sorted) counts[place]!++;
  const missing = rows === 0 ? 1 : 1 - sorted.length / rows;
  const last = levels - 1;
  const isOtherSmall = counts[last]! < LEAST_ROWS;
  const at = (u: number): number => {
    let left = u * sorted.length;
    for (let place = 0; place < last; place++) {
      left -= counts[place]!;
      if (left < 0) return place;
    }
    return isOtherSmall ? NaN : last;
  };
  return { missing, at };
}

function written(
  { name, type }: ColumnMeta,
  drawn: Float64Array,
  names: readonly string[],
): NewColumn {
  const codes = Int32Array.from(drawn, (place) => (Number.isNaN(place) ? -1 : place));
  if (type === 'boolean') {
    const truth = (code: number): number =>
      names[code] === 'true' ? 1 : names[code] === 'false' ? 0 : -1;
    return booleanColumn(
      name,
      Int8Array.from(codes, (code) => (code < 0 ? -1 : truth(code))),
    );
  }
  if (type === 'category') return categoryColumn(name, codes, names);
  return textColumn(
    name,
    Array.from(codes, (code) => names[code] ?? null),
  );
}
