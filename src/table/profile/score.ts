import type { ColumnProfile } from '../profile';
import type { Alert, AlertKind } from './alert';
import { LIMITS } from './limits';

/** Shares of 1 whose product, times 100, is the score. */
export interface QualityParts {
  /** Values that are there, of all. */
  readonly completeness: number;
  /** Rows that repeat no earlier row in every column, of all. */
  readonly uniqueness: number;
  /** Values without a stand-in, placeholder, impossible date or age, or word among numbers, of those there. */
  readonly validity: number;
  /** Values in the most used spelling of their kind, of those there. */
  readonly consistency: number;
  /** Columns that tell rows apart and repeat no other column, of all. */
  readonly content: number;
}

export interface Quality {
  /** 0 … 100; null where there are too few rows to judge. */
  readonly score: number | null;
  readonly parts: QualityParts;
}

const INVALID: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'stand-in-numbers',
  'stand-in-zeros',
  'stand-in-dates',
  'impossible-ages',
  'impossible-birth-years',
  'future-dates',
  'placeholders',
]);
const EMPTY: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'all-missing',
  'constant',
  'equal-columns',
]);

/**
 * How much of a table could be used as it stands. The parts are shares of different things, so their
 * product is a convention, not a probability; it falls with every one of them.
 */
export function scoreQuality(
  columns: readonly ColumnProfile[],
  rows: number,
  found: { readonly alerts: readonly Alert[]; readonly duplicates: number },
): Quality {
  const { alerts, duplicates } = found;
  const values = rows * columns.length;
  const present = values - sum(columns.map(({ missing }) => missing));
  const invalid = sum(alerts.map((alert) => invalidIn(alert)));
  const misspelt = sum(alerts.map(({ kind, count }) => (kind === 'variants' ? count : 0)));
  const empty = new Set(
    alerts.flatMap(({ kind, columns: of }) => (EMPTY.has(kind) ? of.slice(-1) : [])),
  );
  const parts = {
    completeness: share(present, values),
    uniqueness: share(rows - duplicates, rows),
    // A value may be wrong in two ways.
    validity: share(Math.max(0, present - invalid), present),
    consistency: share(present - misspelt, present),
    content: share(columns.length - empty.size, columns.length),
  };
  const product = Object.values(parts).reduce((all, part) => all * part, 1);
  return { score: rows < LIMITS.leastValues ? null : 100 * product, parts };
}

function invalidIn({ kind, count, of }: Alert): number {
  if (kind === 'mixed-types') return of - count;
  return INVALID.has(kind) ? count : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
