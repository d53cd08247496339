import type { Job } from '../core/job';
import type { ColumnMeta, TableValue } from '../core/values';
import { bySeverity, type Alert, type Example } from './profile/alert';
import { countDuplicates } from './profile/duplicate-rows';
import { equalColumns } from './profile/equal-columns';
import { LIMITS } from './profile/limits';
import { profileColumn, type ProfiledColumn } from './profile/profile-column';
import { createRowHashes } from './profile/row-hashes';
import { sameValuesIn } from './profile/same-values';
import { scoreQuality, type Quality } from './profile/score';
import { alertsOfEqual, alertsOfRows, correlatedPairs, isNaming } from './profile/table-alerts';

/** Counts in equal bins of [from, to] on a linear or log10(1 + x − from) axis; the last bin holds `to`. */
export interface Histogram {
  readonly scale: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

/** Figures of the present (not missing) numbers of a column; dates in ms since 1970 (UTC). */
export interface NumberSummary {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Population standard deviation (divides by n). */
  readonly deviation: number;
  /** Fisher–Pearson coefficient g1, as scipy.stats.skew; 0 for a constant column. */
  readonly skewness: number;
  /** Linear interpolation, as numpy.quantile: 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99. */
  readonly quantiles: readonly [number, number, number, number, number, number, number];
  readonly zeros: number;
  readonly negatives: number;
  /** True when every present number is whole. */
  readonly isWhole: boolean;
  readonly histogram: Histogram;
}

export interface ColumnProfile {
  readonly column: ColumnMeta;
  readonly missing: number;
  readonly distinct: number;
  /** number and date columns with at least one value. */
  readonly numbers: NumberSummary | null;
  /** The most frequent values, most frequent first, at most 12, long ones cut; of numbers those that repeat. */
  readonly top: readonly Example[];
}

export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** What to look at, the most severe first; at most 150. */
  readonly alerts: readonly Alert[];
  /** Alerts beyond those listed. */
  readonly moreAlerts: number;
  readonly quality: Quality;
  /** Rows that the correlations were computed on, and strong pairs listed or not. */
  readonly correlated: { readonly rows: number; readonly strong: number };
}

/** Columns of a table up to which each shows twelve frequent values; beyond, fewer. */
const WIDE = 60;

/**
 * Profiles every column and the rows as wholes: what is missing, distinct, frequent, how numbers lie,
 * what repeats, and what should be looked at first. Exact, over all rows, but for the correlations of
 * very wide tables (see `correlated.rows`). Linear in values, quadratic in number columns; yields
 * every few milliseconds. Eight bytes a row for the whole run, thirty more while a column is at work.
 * `asOf`: ms; later dates are in the future.
 */
export async function* profileTable(
  table: TableValue,
  asOf: number | null = null,
): Job<TableProfile, never> {
  const { rows } = table;
  const found = new Map<string, ProfiledColumn>();
  const hashes = createRowHashes(rows);
  const progress = () => ({ done: found.size, total: table.columns.length + 2, phase: 'profile' });
  const most = table.columns.length > WIDE ? 5 : 12;
  // Columns that name rows come last, so that the rows can be compared without them.
  const described = table.columns.filter((column) => !isNaming(column));
  const naming = table.columns.filter(isNaming);
  async function* profileAll(columns: readonly ColumnMeta[]): Job<void, never> {
    for (const column of columns) {
      const work = profileColumn({ table, hashes, most, asOf }, column);
      let step = work.next();
      for (; !step.done; step = work.next()) yield progress();
      found.set(column.id, step.value);
      yield progress();
    }
  }
  async function* duplicates(columns: readonly ColumnMeta[]): Job<number, never> {
    const work = countDuplicates(
      hashes,
      columns.map((column) => sameValuesIn(table, column)),
    );
    let step = work.next();
    for (; !step.done; step = work.next()) yield progress();
    return step.value;
  }
  yield* profileAll(described);
  const alike = described.length > 0 ? yield* duplicates(described) : 0;
  yield* profileAll(naming);
  const exact = naming.length > 0 ? yield* duplicates(table.columns) : alike;
  const profiled = table.columns.map(({ id }) => found.get(id)!);
  return yield* conclude(table, profiled, { exact, alike });
}

/** What the columns say together. */
async function* conclude(
  table: TableValue,
  profiled: readonly ProfiledColumn[],
  repeats: { readonly exact: number; readonly alike: number },
): Job<TableProfile, never> {
  const { rows } = table;
  const total = profiled.length + 2;
  const columns = profiled.map(({ profile }) => profile);
  const hashed = profiled
    .filter(({ profile }) => profile.distinct > 1)
    .map(({ profile, hash }) => ({ column: profile.column, hash }));
  const same = equalColumns(table, hashed);
  let equal = same.next();
  for (; !equal.done; equal = same.next()) yield { done: total - 2, total, phase: 'profile' };
  const isCopy = new Set(equal.value.map(([, copy]) => copy.id));
  const own = columns.filter(({ column }) => !isNaming(column) && !isCopy.has(column.id));
  const pairing = correlatedPairs(table, own);
  let pairs = pairing.next();
  for (; !pairs.done; pairs = pairing.next()) {
    yield { done: total - 2 + 2 * pairs.value, total, phase: 'correlate' };
  }
  const alerts = bySeverity([
    ...alertsOfRows(columns, rows, repeats),
    ...profiled.flatMap((column) => column.alerts).filter((alert) => !isSaid(alert, repeats.exact)),
    ...alertsOfEqual(equal.value, rows),
    ...pairs.value.alerts,
  ]);
  return {
    rows,
    columns,
    alerts: alerts.slice(0, LIMITS.alerts),
    moreAlerts: Math.max(0, alerts.length - LIMITS.alerts),
    quality: scoreQuality(columns, rows, { alerts, duplicates: repeats.exact }),
    correlated: { rows: pairs.value.rows, strong: pairs.value.strong },
  };
}

/** Identifiers that repeat because whole rows do are said with the rows. */
function isSaid({ kind, count }: Alert, exact: number): boolean {
  return kind === 'duplicate-identifiers' && count <= exact;
}
