import { sampleIndexes } from '../../metrics/sample-rows';
import type { Random } from '../../core/random';
import type { TableValue } from '../../core/values';
import { fitL1Path } from '../../metrics/selection/l1-path';
import { numbersOf } from '../../table/column';
import type { PathDisplay } from './display';
import type { Spread } from './measure-variance';
import { isNumeric, kindsOf, type Kinds } from './read-columns';

/** A column that lacks more than this share would cost too many complete rows. */
const MOST_MISSING = 0.2;
const MOST_LEVELS = 20;
const ROWS = { least: 500, most: 5000 };
/** Products a step that are worth waiting for: rows × columns² × models. */
const BUDGET = 1e8;

/** A standardized column of the design, and the table column that it comes from. */
interface Design {
  readonly of: string;
  readonly values: Float64Array;
}

export interface PathFound {
  readonly path: PathDisplay | null;
  /** Columns that got a weight, the first first. */
  readonly entered: readonly string[];
  /** Rows drawn from the complete ones; null: all of them. */
  readonly sample: number | null;
}

/**
 * Logistic regressions of the classes on the columns, standardized (kinds as 0/1 columns), under an
 * ever weaker L1 penalty. Takes the rows that have all of the columns and a class, a seeded sample of
 * them where they are many. Yields the share done.
 */
export function* enterPath(
  table: TableValue,
  spreads: readonly Spread[],
  { classes, random }: { readonly classes: Kinds; readonly random: Random },
): Generator<number, PathFound> {
  const able = spreads.filter((spread) => takesPart(table, spread));
  const leftOut = spreads
    .filter((spread) => !able.includes(spread))
    .map(({ column }) => column.name);
  yield 0;
  const complete = completeRows(table, able, classes);
  yield 0;
  const width = able.reduce((sum, { column }) => sum + levelsOf(table, column), 0);
  const models = classes.size === 2 ? 1 : classes.size;
  const most = Math.floor(BUDGET / (width * width * models));
  const count = Math.min(ROWS.most, Math.max(ROWS.least, most));
  const drawn = sampleIndexes(complete.length, count, random);
  const rows = drawn === null ? complete : drawn.map((i) => complete[i]!);
  const design = able.flatMap((spread) => designOf(table, spread, rows));
  yield 0.05;
  const { codes, size } = denselyCoded(rows, classes);
  if (design.length === 0 || size < 2) return { path: null, entered: [], sample: null };
  const work = fitL1Path(
    design.map(({ values }) => values),
    codes,
    size,
  );
  let step = work.next();
  for (; !step.done; step = work.next()) yield 0.05 + 0.95 * step.value;
  const { cs, models: fitted } = step.value;
  const names = [...new Set(design.map(({ of }) => of))];
  const sizesAt = (name: string) =>
    fitted.map((at) =>
      Math.max(
        ...at.flatMap(({ weights }) =>
          design.flatMap(({ of }, j) => (of === name ? [Math.abs(weights[j]!)] : [])),
        ),
      ),
    );
  const curves = names.map((column) => ({ column, sizes: sizesAt(column) }));
  const path = { strengths: cs, curves, rows: rows.length, leftOut };
  return { path, entered: orderOfEntry(curves), sample: drawn === null ? null : rows.length };
}

function levelsOf(table: TableValue, column: Spread['column']): number {
  return isNumeric(column) ? 1 : kindsOf(table, column)!.size;
}

function takesPart(table: TableValue, { column, missing }: Spread): boolean {
  return missing <= MOST_MISSING * table.rows && levelsOf(table, column) <= MOST_LEVELS;
}

function completeRows(
  table: TableValue,
  spreads: readonly Spread[],
  { codes }: Kinds,
): Uint32Array {
  const isWhole = Uint8Array.from(codes, (code) => (code < 0 ? 0 : 1));
  for (const { column, missing } of spreads) {
    if (missing === 0) continue;
    if (isNumeric(column)) {
      numbersOf(table, column.id).forEach((value, row) => {
        if (Number.isNaN(value)) isWhole[row] = 0;
      });
    } else {
      kindsOf(table, column)!.codes.forEach((code, row) => {
        if (code < 0) isWhole[row] = 0;
      });
    }
  }
  return Uint32Array.from(isWhole.keys()).filter((row) => isWhole[row] === 1);
}

/** A number as one column; kinds as one of 0/1 each, of two kinds as one. Those that do not vary go. */
function designOf(table: TableValue, { column }: Spread, rows: Uint32Array): readonly Design[] {
  const raw: Float64Array[] = [];
  if (isNumeric(column)) {
    const values = numbersOf(table, column.id);
    raw.push(Float64Array.from(rows, (row) => values[row]!));
  } else {
    const { codes } = kindsOf(table, column)!;
    const used = [...new Set(Array.from(rows, (row) => codes[row]!))].sort((a, b) => a - b);
    for (const code of used.length === 2 ? used.slice(1) : used) {
      raw.push(Float64Array.from(rows, (row) => (codes[row] === code ? 1 : 0)));
    }
  }
  return raw.flatMap((values) => {
    const standard = standardized(values);
    return standard === null ? [] : [{ of: column.name, values: standard }];
  });
}

function standardized(values: Float64Array): Float64Array | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(square);
  return deviation > 1e-12 * Math.abs(mean) ? values.map((x) => (x - mean) / deviation) : null;
}

/** The classes of these rows, numbered without gaps. */
function denselyCoded(
  rows: Uint32Array,
  { codes }: Kinds,
): { readonly codes: Int32Array; readonly size: number } {
  const used = [...new Set(Array.from(rows, (row) => codes[row]!))].sort((a, b) => a - b);
  const place = new Map(used.map((code, i) => [code, i]));
  return { codes: Int32Array.from(rows, (row) => place.get(codes[row]!)!), size: used.length };
}

/** By the first strength at which a column has a weight, then by its size there. */
function orderOfEntry(curves: PathDisplay['curves']): readonly string[] {
  return curves
    .map(({ column, sizes }) => {
      const at = sizes.findIndex((size) => size > 0);
      return { column, at, size: sizes[at] ?? 0 };
    })
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.size - a.size)
    .map(({ column }) => column);
}
