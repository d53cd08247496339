import { defineCompute, type Tools } from '../../core/cell-compute';
import { stretch, type Job } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ColumnMeta, TableValue } from '../../core/values';
import { createTable, type NewColumn } from '../../table/create-table';
import { classify } from '../../table/privacy/classify';
import { generalize } from '../../table/privacy/generalize';
import { measureRisk, type Asked, type Measured } from '../../table/privacy/risk';
import { rowsWhere, sameColumn, takeRows } from '../../table/take-rows';
import { drawTwin } from '../../table/twin/draw-twin';
import { writeCsv } from '../../table/write/csv';
import { fileColumns } from '../../table/write/table-columns';
import { agreeing } from './consent';
import { adviseAction } from './decisions';
import { definition } from './definition';
import type { PrivacyColumn, PrivacyDisplay } from './display';
import { pseudonymize } from './pseudonymize';

type Params = ParamsOf<typeof definition.params>;

export default defineCompute(
  definition,
  async function* (params, { table }, tools) {
    const treated = yield* steps(0, treatedColumns(table, params));
    const { rows, consent } = yield* steps(0.2, agreeing(table, params));
    const agreed = rows === null ? table : yield* steps(0.25, takeRows(table, rows));
    const chosen = (group: PrivacyColumn['class']) =>
      treated.flatMap((one) => (one.class === group ? [one.column] : []));
    const asked = { quasi: chosen('quasi'), sensitive: chosen('sensitive'), k: params.k };
    const before = yield* steps(0.3, measureRisk(agreed, asked));
    const key = await keyFor(treated, params.key, tools);
    const coarse = yield* steps(0.5, treat(agreed, treated, key));
    const measured = yield* steps(0.75, measureRisk(coarse, remaining(coarse, asked)));
    const kept = yield* steps(0.9, withoutSmall(coarse, measured, params));
    const isCut = kept.rows < coarse.rows;
    const after = isCut ? yield* steps(0.95, measureRisk(kept, remaining(kept, asked))) : measured;
    const display: PrivacyDisplay = {
      rows: kept.rows,
      columns: kept.columns,
      treated,
      consent,
      before: before.risk,
      after: after.risk,
      dropped: coarse.rows - kept.rows,
    };
    return { value: kept, display };
  },
  {
    /** A table to show instead: drawn from the spread of the columns, not copied. */
    twin: async function* ({ params, inputs: { table }, wish }) {
      const treated = yield* steps(0, treatedColumns(table, params));
      const direct = new Set(
        treated.filter((one) => one.class === 'direct').map(({ column }) => column.name),
      );
      const seed = typeof wish.options.seed === 'number' ? wish.options.seed : 1;
      const twin = yield* stretch(drawTwin(table, { seed, direct }), 0.05, 0.8);
      const { columns, rows } = twin.table;
      const file = { columns: fileColumns(twin.table, columns), rows: everyRow(rows) };
      const blob = yield* stretch(writeCsv(file, { hasMark: false }), 0.8, 1);
      return { name: 'synthetic.csv', blob };
    },
  },
);

const everyRow = (rows: number): Uint32Array => Uint32Array.from({ length: rows }, (_, i) => i);

/** Runs a part to its end, pausing where it pauses, at this share of the whole. */
async function* steps<T>(done: number, work: Generator<unknown, T, void>): Job<T, never> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { done, total: 1, phase: 'privacy' };
  }
}

/** What each column is taken for and what is done with it; throws nothing. */
function* treatedColumns(table: TableValue, params: Params): Generator<void, PrivacyColumn[]> {
  const columns: PrivacyColumn[] = [];
  for (const column of table.columns) {
    const found = classify(table, column);
    yield;
    const own = params.decisions.findLast((decision) => decision.column === column.name);
    const group = own?.class ?? found.class;
    const advised = adviseAction(column, { class: group, reason: found.reason });
    const isAdvised = group === 'direct' || params.generalize === 'advised';
    const action = own?.action ?? (isAdvised ? advised : 'keep');
    columns.push({ column, found, class: group, action, advised });
  }
  return columns;
}

/** The key that pseudonyms are made with; null where none are. Throws `secret-missing`. */
async function keyFor(
  treated: readonly PrivacyColumn[],
  name: string,
  { secret }: Tools,
): Promise<Uint8Array | null> {
  if (treated.every(({ action }) => action !== 'pseudonymize')) return null;
  if (secret === undefined) throw new Problem('secret-missing', { name });
  return secret(name);
}

function* treat(
  table: TableValue,
  treated: readonly PrivacyColumn[],
  key: Uint8Array | null,
): Generator<void, TableValue> {
  const columns: NewColumn[] = [];
  for (const { column, action } of treated) {
    if (action === 'drop') continue;
    if (action === 'keep') columns.push(sameColumn(table, column));
    else if (action === 'pseudonymize') columns.push(yield* pseudonymize(table, column, key!));
    else columns.push(yield* generalize(table, column, action));
    yield;
  }
  return createTable(columns, table.rows);
}

/** The columns asked about that are still there, by name. */
function remaining(table: TableValue, { quasi, sensitive, k }: Asked): Asked {
  const named = (columns: readonly ColumnMeta[]) =>
    columns.flatMap(({ name }) => table.columns.find((column) => column.name === name) ?? []);
  return { quasi: named(quasi), sensitive: named(sensitive), k };
}

function* withoutSmall(
  table: TableValue,
  { groups: { groups, sizes }, risk }: Measured,
  { smallGroups, k }: Params,
): Generator<void, TableValue> {
  if (smallGroups === 'keep' || risk.rowsBelow === 0) return table;
  return yield* takeRows(
    table,
    rowsWhere(table.rows, (row) => sizes[groups[row]!]! >= k),
  );
}
