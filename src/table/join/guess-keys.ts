import type { ColumnMeta, TableValue } from '../../core/values';
import { isIdentifierName } from '../column-names';
import { takeRows } from '../take-rows';
import { eachKey, keyKind, type KeyRules } from './key-values';

/** Rows of each side that are looked at: whole tables are counted once the keys are known. */
const SAMPLE_ROWS = 20_000;
const RULES: KeyRules = { asText: false, isLoose: false };
/** Of the different values on the left, the share that must be on the right too. */
const LEAST_SHARED = 0.3;
const MOST_COLUMNS = 60;

interface Column {
  readonly meta: ColumnMeta;
  readonly values: ReadonlySet<number | string>;
  /** Different values a present row: 1 for a key. */
  readonly uniqueness: number;
}

/**
 * The pair of columns by which two tables most likely belong together: equal names (but for case
 * and signs) and shared values, else an identifier whose values are shared; null when there is
 * none. Looks at a sample of rows; yields after every column.
 */
export function* guessKey(
  left: TableValue,
  right: TableValue,
): Generator<void, { readonly left: ColumnMeta; readonly right: ColumnMeta } | null> {
  const ours = yield* columnsOf(left);
  const theirs = yield* columnsOf(right);
  let best: { readonly left: ColumnMeta; readonly right: ColumnMeta } | null = null;
  let bestScore = 0;
  for (const own of ours) {
    for (const other of theirs) {
      const score = scoreOf(own, other);
      if (score <= bestScore) continue;
      bestScore = score;
      best = { left: own.meta, right: other.meta };
    }
    yield;
  }
  return best;
}

function* columnsOf(table: TableValue): Generator<void, Column[]> {
  const rows = Math.min(table.rows, SAMPLE_ROWS);
  const step = table.rows / Math.max(1, rows);
  const some = Int32Array.from({ length: rows }, (_, i) => Math.floor(i * step));
  const sample = rows === table.rows ? table : yield* takeRows(table, some);
  const columns: Column[] = [];
  for (const meta of sample.columns.slice(0, MOST_COLUMNS)) {
    const values = new Set<number | string>();
    let present = 0;
    const visit = (_row: number, key: number | string | null) => {
      if (key === null) return;
      present++;
      values.add(key);
    };
    yield* eachKey(sample, meta, { rules: RULES, visit });
    if (values.size > 1) columns.push({ meta, values, uniqueness: values.size / present });
  }
  return columns;
}

/** 0: no key. Names weigh more than content, content more than how unique the right side is. */
function scoreOf(own: Column, other: Column): number {
  if (keyKind(own.meta.type) !== keyKind(other.meta.type)) return 0;
  if (own.meta.type === 'boolean') return 0;
  const hasSameName = plainName(own.meta.name) === plainName(other.meta.name);
  if (!hasSameName && !(mayBeKey(own.meta) && mayBeKey(other.meta))) return 0;
  const shared = sharedOf(own.values, other.values);
  if (shared < (hasSameName ? Number.MIN_VALUE : LEAST_SHARED)) return 0;
  const isNamedSo = isIdentifierName(own.meta.name) || isIdentifierName(other.meta.name);
  return (hasSameName ? 4 : 0) + (isNamedSo ? 2 : 0) + shared + other.uniqueness;
}

/** Values alone make a key of texts and of numbers that are called one, not of amounts and dates. */
function mayBeKey({ name, type }: ColumnMeta): boolean {
  return keyKind(type) === 'text' || (type === 'number' && isIdentifierName(name));
}

function sharedOf(a: ReadonlySet<number | string>, b: ReadonlySet<number | string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const value of small) if (large.has(value)) shared++;
  return shared / small.size;
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.]/g, '');
}
