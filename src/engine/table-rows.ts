import { paced, type Job } from '../core/job';
import { Problem } from '../core/problem';
import type { ColumnGlance, RowsAsk, RowsGiven, RowsView } from '../core/table-rows';
import type { TableValue, Value } from '../core/values';
import { copyRows } from '../table/view/copy-rows';
import { glanceAt } from '../table/view/glance';
import { nextMissing } from '../table/view/next-missing';
import { orderRows } from '../table/view/order-rows';
import { cellsIn, rowsAt, wholeText } from '../table/view/window-cells';
import { viewKey } from './rows-run';

/** Orders of this many views are kept: going back to the one before costs nothing. */
const KEPT_ORDERS = 4;
const KEPT_GLANCES = 2000;

/** The table that a cell gave; throws `input-missing` for a cell that gives something else. */
export function tableOf(value: Value | null): TableValue {
  if (value?.kind === 'table') return value;
  throw new Problem('input-missing', { input: 'table' });
}

/**
 * Answers questions about the rows of tables. The order of the rows in a view is computed once and
 * kept while it is among the latest (four bytes a row), so that scrolling costs the rows in sight.
 */
export class RowsDesk {
  readonly #orders = new Map<string, Uint32Array | null>();
  readonly #glances = new Map<string, ColumnGlance>();

  /** `fingerprint` is that of the table. */
  async *answer(table: TableValue, fingerprint: string, ask: RowsAsk): Job<RowsGiven, never> {
    if (ask.kind === 'shape') return { kind: 'shape', rows: table.rows, columns: table.columns };
    if (ask.kind === 'summaries') return yield* this.#summaries(table, fingerprint, ask.columns);
    const order = yield* this.#orderOf(table, fingerprint, ask.view);
    return yield* answerInOrder(table, order, ask);
  }

  async *#orderOf(table: TableValue, fingerprint: string, view: RowsView) {
    const key = `${fingerprint} ${viewKey(view)}`;
    const order = this.#orders.has(key) ? this.#orders.get(key)! : yield* orderRows(table, view);
    keep(this.#orders, { key, value: order, most: KEPT_ORDERS });
    return order;
  }

  async *#summaries(
    table: TableValue,
    fingerprint: string,
    columns: readonly string[],
  ): Job<RowsGiven, never> {
    const glances: ColumnGlance[] = [];
    const total = columns.length;
    for (const column of columns) {
      const key = `${fingerprint} ${column}`;
      const progress = { done: glances.length, total, phase: 'glance' };
      const glance = this.#glances.get(key) ?? (yield* paced(glanceAt(table, column), progress));
      keep(this.#glances, { key, value: glance, most: KEPT_GLANCES });
      glances.push(glance);
    }
    return { kind: 'summaries', glances };
  }
}

type InOrder = Exclude<RowsAsk, { readonly kind: 'shape' | 'summaries' }>;

async function* answerInOrder(
  table: TableValue,
  order: Uint32Array | null,
  ask: InOrder,
): Job<RowsGiven, never> {
  const rows = order?.length ?? table.rows;
  const progress = { done: 0, total: 1, phase: ask.kind };
  switch (ask.kind) {
    case 'window': {
      const { from, to } = ask;
      const tableRows = rowsAt(order, { rows, from, to });
      const columns = ask.columns.map((column) => cellsIn(table, column, tableRows));
      return { kind: 'window', rows, from, tableRows, columns };
    }
    case 'copy': {
      const { columns, hasHeading } = ask;
      const copied = rowsAt(order, { rows, from: ask.from, to: ask.to });
      const work = copyRows(table, columns, { rows: copied, hasHeading });
      return { kind: 'copy', text: yield* paced(work, progress), rows: copied.length };
    }
    case 'text': {
      const [row] = rowsAt(order, { rows, from: ask.position, to: ask.position + 1 });
      return { kind: 'text', text: row === undefined ? null : wholeText(table, ask.column, row) };
    }
    case 'next-missing': {
      const work = nextMissing(table, ask.column, { order, after: ask.after });
      return { kind: 'found', position: yield* paced(work, progress) };
    }
    case 'position': {
      const { tableRow } = ask;
      const position = order ? order.indexOf(tableRow) : tableRow < rows ? tableRow : -1;
      return { kind: 'found', position: position < 0 ? null : position };
    }
    default:
      return ask satisfies never;
  }
}

/** Puts something among the latest; the oldest goes when they are too many. */
function keep<T>(
  kept: Map<string, T>,
  { key, value, most }: { readonly key: string; readonly value: T; readonly most: number },
): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
}
