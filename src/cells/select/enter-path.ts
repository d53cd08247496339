import { sampleIndexes } from '../../metrics/sample-rows';
import type { Random } from '../../core/random';
import type { TableValue } from '../../core/values';
import { fitL1Path, type L1Path } from '../../metrics/selection/l1-path';
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
  const read: Part[] = [];
  for (const spread of spreads) {
    const { column } = spread;
    const kinds = isNumeric(column) ? null : yield* still(kindsOf(table, column));
    if (takesPart(table, spread, kinds)) read.push({ spread, kinds });
  }
  const names = new Set(read.map(({ spread }) => spread.column.name));
  const leftOut = spreads.flatMap(({ column }) => (names.has(column.name) ? [] : [column.name]));
  const complete = yield* still(completeRows(table, read, classes));
  const width = read.reduce((sum, { kinds }) => sum + (kinds?.size ?? 1), 0);
  const models = classes.size === 2 ? 1 : classes.size;
  const most = Math.floor(BUDGET / (width * width * models));
  const count = Math.min(ROWS.most, Math.max(ROWS.least, most));
  const drawn = sampleIndexes(complete.length, count, random);
  const rows = drawn === null ? complete : drawn.map((i) => complete[i]!);
  const design: Design[] = [];
  for (const part of read) {
    design.push(...designOf(table, part, rows));
    yield 0;
  }
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
  const curves = curvesOf(design, fitted);
  const path = { strengths: cs, curves, rows: rows.length, leftOut };
  return { path, entered: orderOfEntry(curves), sample: drawn === null ? null : rows.length };
}

/** Pauses of work that says nothing of its share. */
function* still<T>(work: Generator<void, T>): Generator<number, T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield 0;
  return step.value;
}

/** The largest weight of a column at each strength, over its kinds and the models of all classes. */
function curvesOf(design: readonly Design[], fitted: L1Path['models']): PathDisplay['curves'] {
  return [...new Set(design.map(({ of }) => of))].map((column) => {
    const places = design.flatMap(({ of }, j) => (of === column ? [j] : []));
    const sizes = fitted.map((models) =>
      Math.max(...models.flatMap(({ weights }) => places.map((j) => Math.abs(weights[j]!)))),
    );
    return { column, sizes };
  });
}

interface Part {
  readonly spread: Spread;
  readonly kinds: Kinds | null;
}

function takesPart({ rows }: TableValue, { missing }: Spread, kinds: Kinds | null): boolean {
  return missing <= MOST_MISSING * rows && (kinds?.size ?? 1) <= MOST_LEVELS;
}

function* completeRows(
  table: TableValue,
  parts: readonly Part[],
  { codes }: Kinds,
): Generator<void, Uint32Array> {
  const isWhole = new Uint8Array(table.rows);
  for (let row = 0; row < codes.length; row++) isWhole[row] = codes[row]! < 0 ? 0 : 1;
  for (const { spread, kinds } of parts) {
    yield;
    if (spread.missing === 0) continue;
    const numbers = kinds ? null : numbersOf(table, spread.column.id);
    for (let row = 0; row < isWhole.length; row++) {
      const isMissing = kinds ? kinds.codes[row]! < 0 : Number.isNaN(numbers![row]!);
      if (isMissing) isWhole[row] = 0;
    }
  }
  yield;
  const rows = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < isWhole.length; row++) if (isWhole[row] === 1) rows[count++] = row;
  return rows.slice(0, count);
}

/** A number as one column; kinds as one of 0/1 each, of two kinds as one. Those that do not vary go. */
function designOf(
  table: TableValue,
  { spread: { column }, kinds }: Part,
  rows: Uint32Array,
): readonly Design[] {
  const raw: Float64Array[] = [];
  if (kinds === null) {
    const values = numbersOf(table, column.id);
    raw.push(Float64Array.from(rows, (row) => values[row]!));
  } else {
    const { codes } = kinds;
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
