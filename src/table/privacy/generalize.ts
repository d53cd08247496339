import { isYearColumn } from '../../core/format';
import type { ColumnMeta, TableValue } from '../../core/values';
import { codingOf, numbersOf } from '../column';
import { categoryColumn, numberColumn, type NewColumn } from '../create-table';
import { sortNumbers } from '../sort-numbers';
import { quantileOf } from '../summarize-numbers';

/** Ways to say less of a column. */
export type Generalization = 'year' | 'month' | 'bands' | 'first-part' | 'first-signs' | 'clip';

const BANDS = 5;
const DECADE = 10;
/** From this age on all are one band. */
const OLDEST = 80;
const AGE = /年龄|岁数|(^|[^a-z])age([^a-z]|$)/i;
const SIGNS = 3;

/** The column in coarser words; missing stays missing. Linear but for a sort of numbers; yields. */
export function* generalize(
  table: TableValue,
  column: ColumnMeta,
  how: Generalization,
): Generator<void, NewColumn> {
  if (how === 'first-part') return yield* relabel(table, column, firstPart);
  if (how === 'first-signs') return yield* relabel(table, column, firstSigns);
  const values = numbersOf(table, column.id);
  yield;
  if (how === 'year' || how === 'month') {
    const signs = how === 'year' ? 4 : 7;
    return yield* labelled(column.name, values, (x) => new Date(x).toISOString().slice(0, signs));
  }
  const sorted = yield* sortNumbers(values.filter((x) => !Number.isNaN(x)));
  if (sorted.length === 0) return numberColumn(column.name, values, column.unit);
  if (how === 'clip') {
    const [low, high] = [quantileOf(sorted, 0.01), quantileOf(sorted, 0.99)];
    const clipped = values.map((x) => Math.min(high, Math.max(low, x)));
    return numberColumn(column.name, clipped, column.unit);
  }
  return yield* labelled(column.name, values, bandOf(column, sorted));
}

/** The band of a number, as people write it: decades of ages and years, else fifths of the rows. */
function bandOf({ name }: ColumnMeta, sorted: Float64Array): (x: number) => string {
  const [min, max] = [sorted[0]!, sorted[sorted.length - 1]!];
  const isAge = AGE.test(name) && min >= 0 && max <= 130;
  if (isAge || isYearColumn(name, [min, max]) || isBirthYear(name, min, max)) {
    return (x) => {
      if (isAge && x >= OLDEST) return `${OLDEST}+`;
      const from = Math.floor(x / DECADE) * DECADE;
      return `${from}–${from + DECADE - 1}`;
    };
  }
  const edges = edgesOf(sorted);
  const labels = edges.map((edge, i) => labelOf(edge, edges[i + 1]));
  return (x) => labels[placeOf(edges, x)]!;
}

function isBirthYear(name: string, min: number, max: number): boolean {
  return /birth|born|出生|生年/i.test(name) && min > 1850 && max < 2100;
}

/** Where each fifth begins, rounded to two digits that matter; equal ones once. */
function edgesOf(sorted: Float64Array): readonly number[] {
  const inner = Array.from({ length: BANDS - 1 }, (_, i) => {
    return Number(quantileOf(sorted, (i + 1) / BANDS).toPrecision(2));
  });
  const beyond = inner.filter((edge) => edge > sorted[0]! && edge <= sorted[sorted.length - 1]!);
  return [-Infinity, ...new Set(beyond)];
}

function placeOf(edges: readonly number[], x: number): number {
  let place = 0;
  while (place + 1 < edges.length && x >= edges[place + 1]!) place++;
  return place;
}

function labelOf(from: number, to: number | undefined): string {
  if (to === undefined) return from === -Infinity ? '*' : `≥ ${from}`;
  return from === -Infinity ? `< ${to}` : `${from}–< ${to}`;
}

/** A province, city or state; of other texts what stands before the first comma, space or stroke. */
export function firstPart(text: string): string {
  const trimmed = text.trim();
  const han = /^\p{Script=Han}{1,8}?(?:省|自治区|特别行政区|市|盟|州)/u.exec(trimmed);
  return han?.[0] ?? trimmed.split(/[\s,，/|·-]+/u)[0] ?? trimmed;
}

/** The first three signs of a code, and a star for the rest: `0213*`, `100*`. */
function firstSigns(text: string): string {
  const signs = [...text.trim()];
  return signs.length <= SIGNS ? signs.join('') : `${signs.slice(0, SIGNS).join('')}*`;
}

const BLOCK = 1 << 14;
/** Texts between two pauses: each is taken apart. */
const TEXTS = 1 << 12;

function* labelled(
  name: string,
  values: Float64Array,
  labelFor: (x: number) => string,
): Generator<void, NewColumn> {
  const codes = new Int32Array(values.length).fill(-1);
  const known = new Map<string, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isNaN(value)) codes[row] = numberOf(known, labelFor(value));
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return categoryColumn(name, codes, [...known.keys()]);
}

function* relabel(
  table: TableValue,
  column: ColumnMeta,
  labelFor: (text: string) => string,
): Generator<void, NewColumn> {
  const { codes, levels } = yield* codingOf(table, column.id);
  const known = new Map<string, number>();
  const codeOf: number[] = [];
  for (const level of levels) {
    codeOf.push(numberOf(known, labelFor(level)));
    if (codeOf.length % TEXTS === 0) yield;
  }
  const next = codes.map((code) => (code < 0 ? -1 : codeOf[code]!));
  return categoryColumn(column.name, next, [...known.keys()]);
}

function numberOf(known: Map<string, number>, label: string): number {
  const number = known.get(label);
  if (number !== undefined) return number;
  known.set(label, known.size);
  return known.size - 1;
}
