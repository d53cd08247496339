import type { ColumnMeta, TableValue } from '../../core/values';
import { isIdentifierName } from '../column-names';
import type { ColumnProfile } from '../profile';
import type { Alert } from './alert';
import { correlate, type Centered, type Correlation } from './correlate';
import { LIMITS } from './limits';
import { spreadRows } from './sample-rows';

/** Columns by which rows are told apart rather than described. */
export function isNaming(column: ColumnMeta): boolean {
  return column.type === 'identifier' || isIdentifierName(column.name);
}

/** Rows that repeat others, in all columns and in all but those that name rows. */
export function alertsOfRows(
  columns: readonly ColumnProfile[],
  rows: number,
  found: { readonly exact: number; readonly alike: number },
): readonly Alert[] {
  const described = columns.flatMap(({ column }) => (isNaming(column) ? [] : [column]));
  const hasName = described.length < columns.length;
  // Two like lines of one order may both be meant; two like customers of one number are one.
  const isNamed = columns.some(
    ({ column, distinct }) => isNaming(column) && distinct >= LIMITS.almostUnique * rows,
  );
  const alerts: Alert[] = [];
  const of = rows;
  // Few coarse columns repeat by themselves: nothing can be said of customers there.
  if (found.exact > 0 && (isNamed || found.exact <= LIMITS.repeatedShare * rows)) {
    const severity = isNamed ? 'high' : 'medium';
    const count = found.exact;
    alerts.push({ kind: 'duplicate-rows', severity, columns: [], count, of, examples: [] });
  }
  const more = found.alike - found.exact;
  if (hasName && described.length >= 3 && more > 0 && more <= LIMITS.alikeShare * rows) {
    const names = described.map(({ name }) => name);
    const kind = 'duplicate-but-identifier';
    alerts.push({ kind, severity: 'low', columns: names, count: more, of, examples: [] });
  }
  return alerts;
}

/** Columns of the same values, each named after the one it repeats. */
export function alertsOfEqual(
  pairs: readonly (readonly [ColumnMeta, ColumnMeta])[],
  rows: number,
): readonly Alert[] {
  return pairs.map(([first, second]) => ({
    kind: 'equal-columns',
    severity: 'medium',
    columns: [first.name, second.name],
    type: first.type,
    count: rows,
    of: rows,
    examples: [],
  }));
}

export interface Pairs {
  readonly alerts: readonly Alert[];
  /** Rows that the correlations were computed on. */
  readonly rows: number;
  /** Pairs beyond the threshold, listed or not. */
  readonly strong: number;
}

/** Pairs of measured columns that say nearly the same; the strongest first. Yields its progress. */
export function* correlatedPairs(
  table: TableValue,
  profiles: readonly ColumnProfile[],
): Generator<number, Pairs> {
  const measured = profiles.filter((profile) => isMeasured(profile));
  const pairs = (measured.length * (measured.length - 1)) / 2;
  const limit = Math.max(10_000, Math.floor(LIMITS.products / Math.max(1, pairs)));
  const isSampled = table.rows > limit;
  const rows = isSampled ? spreadRows(table.rows, limit) : null;
  const all = yield* correlate(table, measured.map(centered), rows);
  const strong = all
    .filter(({ r, rows: n }) => Math.abs(r) >= LIMITS.correlation && n >= LIMITS.leastValues)
    .sort((a, b) => Math.abs(b.r) - Math.abs(a.r));
  const alerts = strong.slice(0, LIMITS.pairs).map((pair) => pairAlert(pair, measured));
  return { alerts, rows: rows?.length ?? table.rows, strong: strong.length };
}

export function isMeasured({ column, numbers, distinct }: ColumnProfile): boolean {
  return column.type === 'number' && numbers !== null && distinct > 1 && numbers.deviation > 0;
}

export function centered({ column, numbers, missing }: ColumnProfile): Centered {
  return { id: column.id, mean: numbers?.mean ?? 0, deviation: numbers?.deviation ?? 1, missing };
}

function pairAlert({ a, b, r, rows }: Correlation, measured: readonly ColumnProfile[]): Alert {
  return {
    kind: 'correlated',
    severity: 'low',
    columns: [measured[a]!.column.name, measured[b]!.column.name],
    type: 'number',
    count: rows,
    of: rows,
    figure: r,
    examples: [],
  };
}
