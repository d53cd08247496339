import type { Job } from '../../core/job';
import { createRandom, type Random } from '../../core/random';
import type { ColumnMeta, TableValue } from '../../core/values';
import { createTable, numberColumn, textColumn, type NewColumn } from '../create-table';
import { spreadRows } from '../profile/sample-rows';
import { LEAST_ROWS } from './marginal';
import { normalProbability, normalQuantile } from './normal';
import { copulaRoot, standardRanks } from './rank-correlation';
import { spreadOf, type Spread } from './spread';

export interface TwinWish {
  readonly seed: number;
  /** Names of the columns that name people: they are numbered. */
  readonly direct: ReadonlySet<string>;
}

export interface Twin {
  readonly table: TableValue;
  /** Rows that came out as somebody's own each time and were left out. */
  readonly leftOut: number;
}

/** Rows that ranks are compared over; more change the correlations by less than they are worth. */
const LOOKED_AT = 20_000;
const TRIES = 20;
const BLOCK = 2048;

/**
 * A table of as many rows with the same columns, drawn from a Gaussian copula: each column keeps its
 * spread (`marginalOf`), each pair its rank correlation, and no row is a real one that fewer than
 * five share (Patki, Wedge and Veeramachaneni, "The Synthetic Data Vault", DSAA 2016). What hangs
 * together in other ways than by rank is lost, and it is not formally private.
 */
export async function* drawTwin(table: TableValue, { seed, direct }: TwinWish): Job<Twin, never> {
  const drawnColumns = table.columns.filter(({ name }) => !direct.has(name));
  const spreads: Spread[] = [];
  let against: Float64Array | null = null;
  // Numbers first: the levels of the others are ordered by the first of them.
  const order = [...drawnColumns].sort((a, b) => rankOf(a) - rankOf(b));
  const found = new Map<string, Spread>();
  for (const column of order) {
    const spread: Spread = yield* paused(spreadOf(table, column, against), 0.1);
    against ??= column.type === 'number' ? spread.values : null;
    found.set(column.id, spread);
    yield { done: 0.1, total: 1, phase: 'twin' };
  }
  for (const { id } of drawnColumns) spreads.push(found.get(id)!);
  const looked = spreadRows(table.rows, LOOKED_AT);
  const ranks: Float64Array[] = [];
  for (const { values } of spreads) {
    ranks.push(standardRanks(Float64Array.from(looked, (row) => values[row]!)));
    yield { done: 0.2, total: 1, phase: 'twin' };
  }
  const root = yield* paused(copulaRoot(ranks), 0.3);
  const rows = yield* drawRows(spreads, {
    root,
    rows: table.rows,
    random: createRandom(seed, 'twin'),
  });
  const columns = table.columns.map((column): NewColumn => {
    const at = drawnColumns.indexOf(column);
    if (at >= 0) return spreads[at]!.column(rows.values[at]!.slice(0, rows.count));
    return numbered(column, rows.count);
  });
  return { table: createTable(columns, rows.count), leftOut: table.rows - rows.count };
}

const rankOf = ({ type }: ColumnMeta): number => (type === 'number' ? 0 : 1);

async function* paused<T>(work: Generator<void, T>, done: number): Job<T, never> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { done, total: 1, phase: 'twin' };
  }
}

async function* drawRows(
  spreads: readonly Spread[],
  { root, rows, random }: { root: Float64Array; rows: number; random: Random },
): Job<{ readonly values: readonly Float64Array[]; readonly count: number }, never> {
  const real = yield* countRows(spreads, rows);
  const values = spreads.map(() => new Float64Array(rows));
  const row = new Float64Array(spreads.length);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    let isReal = true;
    for (let attempt = 0; attempt < TRIES && isReal; attempt++) {
      drawRow(spreads, { root, random, into: row });
      const shared = real.get(hashOf(row));
      isReal = shared !== undefined && shared < LEAST_ROWS;
    }
    if (!isReal) {
      row.forEach((value, column) => (values[column]![count] = value));
      count++;
    }
    if (i % BLOCK === 0) yield { done: 0.4 + (0.6 * i) / rows, total: 1, phase: 'twin' };
  }
  return { values, count };
}

function drawRow(
  spreads: readonly Spread[],
  { root, random, into }: { root: Float64Array; random: Random; into: Float64Array },
): void {
  const size = spreads.length;
  const normals = new Float64Array(size);
  for (let i = 0; i < size; i++) normals[i] = normalQuantile(Math.max(random.next(), 1e-12));
  for (let i = 0; i < size; i++) {
    const { marginal } = spreads[i]!;
    let z = 0;
    for (let j = 0; j <= i; j++) z += root[i * size + j]! * normals[j]!;
    const isMissing = random.next() < marginal.missing;
    into[i] = isMissing ? NaN : marginal.at(normalProbability(z));
  }
}

/** How many real rows have the same values in all drawn columns, by a hash of them. */
async function* countRows(
  spreads: readonly Spread[],
  rows: number,
): Job<ReadonlyMap<number, number>, never> {
  const counts = new Map<number, number>();
  const row = new Float64Array(spreads.length);
  for (let i = 0; i < rows; i++) {
    spreads.forEach(({ values }, column) => (row[column] = values[i]!));
    const hash = hashOf(row);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    if (i % BLOCK === 0) yield { done: 0.3 + (0.1 * i) / rows, total: 1, phase: 'twin' };
  }
  return counts;
}

/** Two rounds of FNV-1a over the words of the values, as one number below 2⁵³. */
function hashOf(row: Float64Array): number {
  const words = new Uint32Array(row.map((x) => (Number.isNaN(x) ? NaN : x + 0)).buffer);
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (const word of words) {
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high ^ ((word >>> 15) | (word << 17)), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Names of nobody, in the column's own type as far as that goes. */
function numbered({ name, type }: ColumnMeta, rows: number): NewColumn {
  if (type === 'number')
    return numberColumn(
      name,
      Float64Array.from({ length: rows }, (_, i) => i + 1),
    );
  return textColumn(
    name,
    Array.from({ length: rows }, (_, i) => `synthetic-${i + 1}`),
    type === 'identifier' ? 'identifier' : 'text',
  );
}
