import type { TableValue } from '../core/values';
import { booleanColumn, dateColumn, numberColumn, type NewColumn } from '../table/create-table';
import type { Checked } from './checked';
import { Evaluation, type Cause } from './evaluate';
import { TextGatherer } from './gather-text';
import { BLOCK_ROWS, isMissingAt } from './values';

export interface ComputedColumn {
  readonly column: NewColumn;
  readonly missing: number;
  /** Why values are missing, the most frequent cause first. */
  readonly causes: readonly { readonly cause: Cause; readonly rows: number }[];
}

/** Computes a formula as a column of this name; yields every few milliseconds. */
export function* computeColumn(
  table: TableValue,
  checked: Checked,
  name: string,
): Generator<void, ComputedColumn> {
  const evaluation = yield* Evaluation.create(table, checked);
  const causes = new Map<string, { readonly cause: Cause; rows: number }>();
  const texts = checked.type === 'text' ? new TextGatherer(table.rows) : null;
  const numbers = texts ? null : new Float64Array(table.rows);
  let missing = 0;
  for (let from = 0; from < table.rows; from += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, table.rows - from);
    const block = evaluation.blockAt(from, rows);
    if (block instanceof Float64Array) numbers?.set(block.subarray(0, rows), from);
    else texts?.add(from, block, rows);
    for (let row = 0; row < rows; row++) {
      if (!isMissingAt(block, row)) continue;
      missing++;
      count(causes, evaluation.causeAt(row));
    }
    yield;
  }
  const column = texts ? yield* texts.finish(name) : columnOf(name, checked, numbers!);
  const found = [...causes.values()].sort((a, b) => b.rows - a.rows);
  return { column, missing, causes: found };
}

function count(causes: Map<string, { readonly cause: Cause; rows: number }>, cause: Cause): void {
  const key =
    cause.kind === 'column'
      ? `c:${cause.column}`
      : cause.kind === 'reason'
        ? `r:${cause.reason}:${cause.fn}`
        : 'w';
  const known = causes.get(key);
  if (known) known.rows++;
  else causes.set(key, { cause, rows: 1 });
}

function columnOf(name: string, { type, unit }: Checked, values: Float64Array): NewColumn {
  if (type === 'date') return dateColumn(name, values);
  if (type !== 'boolean') return numberColumn(name, values, unit);
  return booleanColumn(
    name,
    Int8Array.from(values, (value) => (Number.isNaN(value) ? -1 : value)),
  );
}

export interface ComputedFilter {
  /** The rows for which the condition is true, in order. */
  readonly kept: Int32Array;
  /** Rows for which it is neither true nor false. */
  readonly missing: number;
}

/** Computes which rows a condition keeps: those where it is true, and no others. */
export function* computeFilter(
  table: TableValue,
  checked: Checked,
): Generator<void, ComputedFilter> {
  const evaluation = yield* Evaluation.create(table, checked);
  const kept = new Int32Array(table.rows);
  let count = 0;
  let missing = 0;
  for (let from = 0; from < table.rows; from += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, table.rows - from);
    const block = evaluation.blockAt(from, rows);
    for (let row = 0; row < rows; row++) {
      if (block[row] === 1) kept[count++] = from + row;
      else if (isMissingAt(block, row)) missing++;
    }
    yield;
  }
  return { kept: kept.slice(0, count), missing };
}
