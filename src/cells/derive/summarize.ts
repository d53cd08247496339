import type { ColumnMeta, TableValue } from '../../core/values';
import type { Checked } from '../../formula/checked';
import type { ComputedColumn } from '../../formula/compute-column';
import type { Cause } from '../../formula/evaluate';
import { createBins } from '../../table/bins';
import { columnNamed, numbersBetween, textOf, vectorOf } from '../../table/column';
import { countIndexed, indexValues } from '../../table/count-values';
import type { Histogram } from '../../table/profile';
import type { DerivedColumn, DeriveDisplay, MissingCause } from './display';

const BINS = 24;
const BLOCK = 1 << 14;
const MOST_CAUSES = 6;
const MOST_TOP = 6;
const PREVIEW_ROWS = 5;
const MOST_PREVIEW_COLUMNS = 12;

/** What the view shows of a new column, over all rows; linear. */
export function* summarizeColumn(
  table: TableValue,
  formula: string,
  made: ComputedColumn & { readonly isReplacing: boolean },
): Generator<void, DerivedColumn> {
  const column = columnNamed(table, made.column.name);
  const { name, type, unit } = column;
  const isNumeric = type === 'number' || type === 'date';
  const counts = isNumeric ? null : countIndexed(yield* indexValues(vectorOf(table, column.id)));
  return {
    name,
    formula,
    type,
    ...(unit === undefined ? {} : { unit }),
    isReplacing: made.isReplacing,
    missing: made.missing,
    causes: made.causes.slice(0, MOST_CAUSES).map(({ cause, rows }) => causeOf(cause, rows)),
    histogram: isNumeric ? yield* histogramOf(table, column) : null,
    top: counts?.top.slice(0, MOST_TOP) ?? [],
    distinct: counts?.distinct ?? 0,
  };
}

function causeOf(cause: Cause, rows: number): MissingCause {
  if (cause.kind === 'column') return { reason: 'column', name: cause.column, rows };
  if (cause.kind === 'written') return { reason: 'written', name: '', rows };
  return { reason: cause.reason, name: cause.fn, rows };
}

/** Calls back with each present number. */
function* eachNumber(
  table: TableValue,
  { id }: ColumnMeta,
  visit: (x: number) => void,
): Generator<void, void> {
  const block = new Float64Array(BLOCK);
  for (let from = 0; from < table.rows; from += BLOCK) {
    const into = block.subarray(0, Math.min(BLOCK, table.rows - from));
    numbersBetween(table, id, { from, into });
    for (let i = 0; i < into.length; i++) if (!Number.isNaN(into[i]!)) visit(into[i]!);
    yield;
  }
}

function* histogramOf(table: TableValue, column: ColumnMeta): Generator<void, Histogram | null> {
  let [from, to] = [Infinity, -Infinity];
  yield* eachNumber(table, column, (x) => {
    if (x < from) from = x;
    if (x > to) to = x;
  });
  if (from > to) return null;
  const counts = new Array<number>(BINS).fill(0);
  const binOf = from < to ? createBins(from, to, BINS) : () => 0;
  yield* eachNumber(table, column, (x) => counts[binOf(x)]!++);
  return { scale: 'linear', from, to, counts };
}

/** The columns that formulas read, in the order of the table, by name. */
export function columnsRead(parts: readonly Checked[]): Set<string> {
  const names = new Set<string>();
  const open = [...parts];
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === 'column') names.add(part.column.name);
    if (part.kind === 'row' || part.kind === 'whole') open.push(...part.args);
  }
  return names;
}

/** The first rows that come out. */
export function previewOf(
  table: TableValue,
  read: ReadonlySet<string>,
  made: ReadonlySet<string>,
): DeriveDisplay['preview'] {
  const isNew = ({ name }: ColumnMeta) => made.has(name);
  const fresh = table.columns.filter(isNew);
  const sources = table.columns.filter((column) => read.has(column.name) && !isNew(column));
  const some = fresh.length + sources.length > 0 ? [...sources, ...fresh] : table.columns;
  const shown = some.slice(-MOST_PREVIEW_COLUMNS);
  const rows = Math.min(PREVIEW_ROWS, table.rows);
  return {
    columns: shown.map((column) => ({
      name: column.name,
      type: column.type,
      isNew: isNew(column),
    })),
    rows: Array.from({ length: rows }, (_, row) => shown.map(({ id }) => textOf(table, id, row))),
  };
}
