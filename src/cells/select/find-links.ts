import type { Random } from '../../core/random';
import type { TableValue } from '../../core/values';
import type { Link } from '../../metrics/selection/correlation-groups';
import { rankable, rankCorrelation } from '../../metrics/selection/rank-correlation';
import { sampleIndexes } from '../../metrics/sample-rows';
import { numbersOf } from '../../table/column';
import { correlate } from '../../table/profile/correlate';
import type { Spread } from './measure-variance';

/** Products of values that are worth waiting for. */
const MOST_PRODUCTS = 2e9;
/** Ranks cost more than products. */
const MOST_RANKED_ROWS = 50_000;
const MOST_RANKS = 1e8;
const LEAST_ROWS = 1000;

export interface Links {
  readonly links: readonly Link[];
  /** Rows of the sample; null: all rows. */
  readonly sample: number | null;
}

/**
 * Correlates all pairs of number columns that vary, over the rows that have both. Pearson's r takes
 * all rows while their products are bearable, Spearman's ρ at most 50,000. Yields the share done.
 */
export function* findLinks(
  table: TableValue,
  spreads: readonly Spread[],
  { method, random }: { readonly method: string; readonly random: Random },
): Generator<number, Links> {
  const pairs = (spreads.length * (spreads.length - 1)) / 2;
  if (pairs === 0) return { links: [], sample: null };
  const isRanked = method === 'spearman';
  const bearable = (isRanked ? MOST_RANKS : MOST_PRODUCTS) / pairs;
  const most = Math.max(LEAST_ROWS, Math.floor(bearable));
  const rows = sampleIndexes(
    table.rows,
    isRanked ? Math.min(most, MOST_RANKED_ROWS) : most,
    random,
  );
  const links = isRanked
    ? yield* rankLinks(table, spreads, rows)
    : yield* correlate(table, spreads.map(centered), rows === null ? null : new Int32Array(rows));
  return { links, sample: rows?.length ?? null };
}

function centered({ column, missing, moments }: Spread) {
  return { id: column.id, mean: moments!.mean, deviation: Math.sqrt(moments!.variance), missing };
}

function* rankLinks(
  table: TableValue,
  spreads: readonly Spread[],
  rows: Uint32Array | null,
): Generator<number, readonly Link[]> {
  const ranked = [];
  for (const { column } of spreads) {
    const values = numbersOf(table, column.id);
    const ranking = rankable(rows === null ? values : pick(values, rows));
    let step = ranking.next();
    for (; !step.done; step = ranking.next()) yield (0.2 * ranked.length) / spreads.length;
    ranked.push(step.value);
  }
  const links: Link[] = [];
  for (let a = 0; a < ranked.length; a++) {
    for (let b = a + 1; b < ranked.length; b++) {
      links.push({ a, b, r: rankCorrelation(ranked[a]!, ranked[b]!).r });
      yield 0.2 + (0.8 * a) / ranked.length;
    }
  }
  return links;
}

export function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}
