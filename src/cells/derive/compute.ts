import { defineCompute } from '../../core/cell-compute';
import { paced, stretch, type Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { TableValue } from '../../core/values';
import { checkCondition, checkFormula, type CheckResult } from '../../formula/check';
import type { Checked } from '../../formula/checked';
import { computeColumn, computeFilter, type ComputedColumn } from '../../formula/compute-column';
import { parseDate } from '../../formula/functions/dates';
import { createTable, type NewColumn } from '../../table/create-table';
import { sameColumn, takeRows } from '../../table/take-rows';
import { definition } from './definition';
import type { DerivedColumn, DeriveDisplay } from './display';
import { writtenColumns, type NewFormula } from './params';
import { columnsRead, previewOf, summarizeColumn } from './summarize';

const CHECK = { done: 0, total: 1, phase: 'check-formulas' };

export default defineCompute(definition, async function* (params, { table }) {
  yield CHECK;
  const reference = referenceOf(params.reference);
  const written = writtenColumns(params.columns);
  const made = yield* stretch(addColumns(table, written, reference), 0, 0.7);
  const condition = params.filter.trim() === '' ? null : params.filter;
  const filtered = yield* stretch(keepRows(made.table, condition, reference), 0.7, 1);
  const names = new Set(made.derived.map(({ name }) => name));
  const read = columnsRead([...made.checked, ...filtered.checked]);
  const display: DeriveDisplay = {
    rows: filtered.table.rows,
    columns: filtered.table.columns,
    rowsBefore: table.rows,
    filter: condition === null ? null : { formula: condition, missing: filtered.missing },
    derived: made.derived,
    preview: previewOf(filtered.table, read, names),
  };
  return { value: filtered.table, display };
});

/** What `today()` means, in ms since 1970; null: it was not said. */
function referenceOf(written: string): number | null {
  if (written.trim() === '') return null;
  const ms = parseDate(written);
  if (!Number.isNaN(ms)) return ms;
  throw new Problem('param-invalid', {
    param: 'reference',
    value: written,
    expected: '2024-05-01',
  });
}

interface Made {
  readonly table: TableValue;
  readonly derived: readonly DerivedColumn[];
  readonly checked: readonly Checked[];
}

/** Adds the columns one after the other; later formulas may use earlier columns. */
async function* addColumns(
  table: TableValue,
  written: readonly NewFormula[],
  reference: number | null,
): Job<Made, never> {
  const derived: DerivedColumn[] = [];
  const checked: Checked[] = [];
  let grown = table;
  for (const [index, { name, formula }] of written.entries()) {
    const progress = { done: index, total: written.length, phase: 'compute-column' };
    const around = { columns: grown.columns, reference };
    const part = accepted(checkFormula(formula, around), { column: name, formula });
    const computed = yield* paced(computeColumn(grown, part, name), progress);
    const isReplacing = grown.columns.some((column) => column.name === name);
    grown = withColumn(grown, computed.column);
    const facts: ComputedColumn & { readonly isReplacing: boolean } = { ...computed, isReplacing };
    derived.push(yield* paced(summarizeColumn(grown, formula, facts), progress));
    checked.push(part);
  }
  return { table: grown, derived, checked };
}

/** The checked formula, or the problem that it has. */
function accepted(
  { ok, fault }: CheckResult,
  of: { readonly column: string; readonly formula: string },
): Checked {
  if (ok !== null) return ok;
  throw new Problem('formula-invalid', { ...of, ...fault, near: fault.near.join('\n') });
}

/** The table with a column in the place of the one of its name, or at the end. */
function withColumn(table: TableValue, added: NewColumn): TableValue {
  const columns = table.columns.map((column) =>
    column.name === added.name ? added : sameColumn(table, column),
  );
  return createTable(columns.includes(added) ? columns : [...columns, added], table.rows);
}

async function* keepRows(
  table: TableValue,
  formula: string | null,
  reference: number | null,
): Job<
  { readonly table: TableValue; readonly missing: number; readonly checked: readonly Checked[] },
  never
> {
  if (formula === null) return { table, missing: 0, checked: [] };
  const around = { columns: table.columns, reference };
  const checked = accepted(checkCondition(formula, around), { column: '', formula });
  const progress = { done: 0, total: 1, phase: 'filter-rows' };
  const { kept, missing } = yield* paced(computeFilter(table, checked), progress);
  const later = { done: 1, total: 2, phase: 'filter-rows' };
  const left = yield* paced(takeRows(table, kept), later);
  return { table: left, missing, checked: [checked] };
}
