import { defineCompute } from '../../core/cell-compute';
import { along } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { TableValue } from '../../core/values';
import { languageOfNames, type Language } from '../../core/words';
import { codeValues, type CodedValues } from '../../table/rfm/code-values';
import { DAY_MS, OUTCOMES } from '../../table/rfm/outcomes';
import { readOrders, type OrderColumns, type Orders } from '../../table/rfm/read-orders';
import { summarizeCustomers, type CustomerFigures } from '../../table/rfm/summarize-customers';
import { chooseRoles, columnsFor } from './choose-roles';
import { customersTable, type Customers } from './customers-table';
import { definition } from './definition';
import type { RfmDisplay } from './display';
import { referenceMs } from '../../core/reference-day';
import { scoreCustomers } from './score-customers';
import { groupCustomers, summarizeCustomersShown } from './summarize';

type RfmParams = ParamsOf<(typeof definition)['params']>;

export default defineCompute(definition, async function* (params, { table }) {
  const roles = yield* along(chooseRoles(params, table), part(0, 0.1, 30));
  const columns = columnsFor(roles, table);
  const given = referenceMs(params.reference);
  const { returns, worthless, cancelPrefix, returnWords } = params;
  const rules = { returns, worthless, cancelPrefix, returnWords, reference: given };
  const steps = 1 + table.rows / 4096;
  const orders = yield* along(readOrders(table, columns, rules), part(0.1, 0.5, steps));
  refuseEmpty(orders);
  const counted = yield* along(codeCounted(table, columns), part(0.5, 0.6, steps));
  const summing = summarizeCustomers(orders, { ...counted, returns });
  const figures = yield* along(summing, part(0.6, 0.85, steps));
  refuseEmpty(orders, figures);
  const reference = given ?? dayAfter(figures.last);
  const scoring = rankCustomers(params, figures, reference);
  const customers = yield* along(scoring, part(0.85, 0.95, 1 + steps / 2));
  const unit = (columns.amount ?? columns.price)?.unit ?? null;
  const language = languageOf(params, columns);
  const tellsReturns = isReturnKnown(columns);
  const { customer } = columns;
  const naming = { customer, unit, language, keep: params.figures, tellsReturns };
  const value = yield* along(
    customersTable(table, customers, naming),
    part(0.95, 0.99, params.figures.length),
  );
  const shown = yield* along(summarizeCustomersShown(customers), part(0.99, 1, 3));
  const display: RfmDisplay = {
    rows: value.rows,
    columns: value.columns,
    ...sourceOf(table, orders),
    roles,
    returnsOnly: figures.returnsOnly,
    reference,
    firstOrder: extreme(figures.first, Math.min),
    lastOrder: extreme(figures.last, Math.max),
    unit,
    edges: customers.scores.edges,
    ...shown,
  };
  return { value, display };
});

/** A stretch of the whole, with about as many pauses. */
function part(from: number, to: number, steps: number) {
  return { phase: 'sum-orders', from, to, steps };
}

/** Throws with what took the most rows when no customer is left. */
function refuseEmpty({ rows, counts }: Orders, figures?: CustomerFigures): void {
  if (figures === undefined ? counts.sale + counts.return > 0 : figures.customers > 0) return;
  const [reason] = OUTCOMES.filter((outcome) => outcome !== 'sale').sort(
    (a, b) => counts[b] - counts[a],
  );
  const facts = { rows, reason: reason ?? 'customer-missing', count: counts[reason ?? 'sale'] };
  throw new Problem('orders-none-left', facts);
}

function* codeCounted(
  table: TableValue,
  { category, product }: OrderColumns,
): Generator<
  void,
  { readonly category: CodedValues | null; readonly product: CodedValues | null }
> {
  return {
    category: category && (yield* codeValues(table, category)),
    product: product && (yield* codeValues(table, product)),
  };
}

function extreme(values: Float64Array, of: (a: number, b: number) => number): number {
  return values.reduce((a, b) => of(a, b));
}

function dayAfter(last: Float64Array): number {
  return (Math.floor(extreme(last, Math.max) / DAY_MS) + 1) * DAY_MS;
}

/** Full days from a moment to the reference day's midnight; 0 for a moment of that very day. */
function daysUntil(reference: number, moments: Float64Array): Float64Array {
  return moments.map((ms) => Math.max(0, Math.floor((reference - ms) / DAY_MS)));
}

function* rankCustomers(
  params: RfmParams,
  figures: CustomerFigures,
  reference: number,
): Generator<void, Customers> {
  const recency = daysUntil(reference, figures.last);
  yield;
  const { frequency, monetary } = figures;
  const scores = yield* scoreCustomers(params, { recency, frequency, monetary });
  const tenure = daysUntil(reference, figures.first);
  yield;
  return { figures, recency, tenure, scores, ...groupCustomers(scores, params.rules) };
}

/** The new columns are named in the language of those they come from. */
function languageOf({ words }: RfmParams, columns: OrderColumns): Language {
  const used = Object.values(columns) as readonly OrderColumns['order'][];
  return words === 'auto' ? languageOfNames(used.map((column) => column?.name ?? '')) : words;
}

function isReturnKnown({ order, amount, quantity, price, status }: OrderColumns): boolean {
  return [order, amount, quantity, price, status].some((column) => column !== null);
}

function sourceOf(
  table: TableValue,
  { counts, customers, returnStatuses, prefixIgnored }: Orders,
): Pick<RfmDisplay, 'source' | 'counts' | 'returnStatuses' | 'prefixIgnored'> {
  const columns = table.columns.map(({ name, type }) => ({ name, type }));
  const source = { rows: table.rows, customers: customers.count, columns };
  return { source, counts, returnStatuses, prefixIgnored };
}
