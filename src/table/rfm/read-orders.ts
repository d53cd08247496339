import type { ColumnMeta, TableValue } from '../../core/values';
import { codeNumbers, codeValues, readNumbers, type CodedValues } from './code-values';
import { DAY_MS, OUTCOMES, type Outcome } from './outcomes';
import { isReturnStatus, wordsIn } from './return-words';

const SALE = 0;
const codeOf = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);
export const RETURN = codeOf('return');
const BLOCK = 1 << 15;

/** The columns of a table of orders; `order` null: what a customer buys in one day is one order. */
export interface OrderColumns {
  readonly customer: ColumnMeta;
  readonly date: ColumnMeta;
  readonly order: ColumnMeta | null;
  readonly amount: ColumnMeta | null;
  readonly quantity: ColumnMeta | null;
  readonly price: ColumnMeta | null;
  readonly category: ColumnMeta | null;
  readonly product: ColumnMeta | null;
  readonly status: ColumnMeta | null;
}

export interface OrderRules {
  /** `keep`: a return counts as any row; the others tell it apart. */
  readonly returns: 'leave-out' | 'net' | 'keep';
  /** An order number that starts so is a cancellation; empty: none is. */
  readonly cancelPrefix: string;
  /** Words in the status that mean a return. */
  readonly returnWords: string;
  /** Rows with a price of 0 or less, a quantity of 0 or an amount of 0. */
  readonly worthless: 'leave-out' | 'keep';
  /** Midnight (UTC ms) of the reference day; null: none, every row is before it. */
  readonly reference: number | null;
}

export interface Orders {
  readonly rows: number;
  /** Index into `OUTCOMES`, one a row. */
  readonly outcomes: Uint8Array;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly customers: CodedValues;
  readonly orders: CodedValues;
  readonly when: Float64Array;
  /** Signed: a return has what it takes back; null without a column of money. */
  readonly money: Float64Array | null;
  /** Share of the rows whose order number starts with the prefix, when too many do to mean anything. */
  readonly prefixIgnored: number | null;
  /** Levels of the status that count as a return. */
  readonly returnStatuses: readonly string[];
}

/** Reads the rows of a table of orders and judges each by the rules. Linear, yields. */
export function* readOrders(
  table: TableValue,
  columns: OrderColumns,
  rules: OrderRules,
): Generator<void, Orders> {
  const outcomes = new Uint8Array(table.rows);
  const customers = yield* codeValues(table, columns.customer);
  yield* mark(outcomes, 'customer-missing', (row) => customers.codes[row]! < 0);
  const when = yield* readNumbers(table, columns.date.id);
  yield* mark(outcomes, 'date-missing', (row) => Number.isNaN(when[row]!));
  if (rules.reference !== null) {
    const end = rules.reference + DAY_MS;
    yield* mark(outcomes, 'after-reference', (row) => when[row]! >= end);
  }
  const orders = yield* codeOrders(table, columns.order, when);
  yield* mark(outcomes, 'order-missing', (row) => orders.codes[row]! < 0);
  const money = yield* readMoney(table, columns, { rules, outcomes });
  const cancelled =
    columns.order === null ? null : yield* cancelledCodes(orders, rules.cancelPrefix);
  if (cancelled?.isReturn) {
    const { isReturn } = cancelled;
    yield* mark(outcomes, 'return', (row) => isReturn[orders.codes[row]!] === 1);
    if (rules.returns !== 'keep') yield* turn(money, outcomes, (amount) => -Math.abs(amount));
  }
  const status = yield* readStatus(table, columns.status, rules);
  if (status !== null) {
    const { codes, isReturn } = status;
    yield* mark(outcomes, 'return', (row) => codes[row]! >= 0 && isReturn[codes[row]!] === 1);
    // The row is the sale and its return at once: nothing is left of it.
    if (rules.returns !== 'keep') yield* turn(money, outcomes, (amount) => Math.min(0, amount));
  }
  return {
    rows: table.rows,
    outcomes,
    counts: yield* countOutcomes(outcomes),
    customers,
    orders,
    when,
    money,
    prefixIgnored: cancelled?.ignored ?? null,
    returnStatuses: status?.statuses ?? [],
  };
}

/** Gives the rows that are still sales, and for which `holds` is true, this outcome. */
function* mark(
  outcomes: Uint8Array,
  outcome: Outcome,
  holds: (row: number) => boolean,
): Generator<void, void> {
  const code = codeOf(outcome);
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] === SALE && holds(row)) outcomes[row] = code;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
}

/** What a return takes back, as a number that is not above 0. */
function* turn(
  money: Float64Array | null,
  outcomes: Uint8Array,
  to: (money: number) => number,
): Generator<void, void> {
  if (money === null) return;
  for (let row = 0; row < money.length; row++) {
    if (outcomes[row] === RETURN) money[row] = to(money[row]!);
    if ((row & (BLOCK - 1)) === 0) yield;
  }
}

function* codeOrders(
  table: TableValue,
  order: ColumnMeta | null,
  when: Float64Array,
): Generator<void, CodedValues> {
  if (order !== null) return yield* codeValues(table, order);
  const days = new Float64Array(when.length);
  for (let row = 0; row < days.length; row++) {
    days[row] = Math.floor(when[row]! / DAY_MS);
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return yield* codeNumbers(days);
}

interface Judging {
  readonly rules: OrderRules;
  readonly outcomes: Uint8Array;
}

/** The money of each row, and the outcomes that it decides. */
function* readMoney(
  table: TableValue,
  { amount, quantity, price }: OrderColumns,
  { rules: { worthless }, outcomes }: Judging,
): Generator<void, Float64Array | null> {
  const units = quantity === null ? null : yield* readNumbers(table, quantity.id);
  const each = price === null ? null : yield* readNumbers(table, price.id);
  const money = amount === null ? product(units, each) : yield* readNumbers(table, amount.id);
  const sign = money ?? units;
  if (sign === null) return money;
  yield* mark(outcomes, 'amount-missing', (row) => Number.isNaN(sign[row]!));
  if (worthless === 'leave-out') {
    yield* mark(
      outcomes,
      'worthless',
      (row) => sign[row] === 0 || (each !== null && each[row]! <= 0),
    );
  }
  yield* mark(outcomes, 'return', (row) => sign[row]! < 0 || (units !== null && units[row]! < 0));
  return money;
}

/** Quantity × unit price, written over the prices; a price alone is the money of the row. */
function product(units: Float64Array | null, each: Float64Array | null): Float64Array | null {
  if (units === null || each === null) return each;
  const money = new Float64Array(each.length);
  for (let row = 0; row < each.length; row++) money[row] = units[row]! * each[row]!;
  return money;
}

interface Cancelled {
  /** One a code; null: the prefix means nothing here. */
  readonly isReturn: Uint8Array | null;
  readonly ignored: number | null;
}

/** A prefix that more than half of the orders have is how orders are numbered, not a cancellation. */
const MOST_CANCELLED = 0.5;

function* cancelledCodes(
  { count, bytesOf }: CodedValues,
  prefix: string,
): Generator<void, Cancelled> {
  if (prefix === '' || bytesOf === null) return { isReturn: null, ignored: null };
  const wanted = new TextEncoder().encode(prefix);
  const isReturn = new Uint8Array(count);
  let cancelled = 0;
  for (let code = 0; code < count; code++) {
    if ((code & (BLOCK / 4 - 1)) === 0) yield;
    const bytes = bytesOf(code);
    if (!wanted.every((byte, i) => bytes[i] === byte)) continue;
    isReturn[code] = 1;
    cancelled++;
  }
  if (cancelled > MOST_CANCELLED * count) return { isReturn: null, ignored: cancelled / count };
  return { isReturn, ignored: null };
}

interface Status {
  readonly codes: Int32Array;
  readonly isReturn: Uint8Array;
  readonly statuses: readonly string[];
}

function* readStatus(
  table: TableValue,
  column: ColumnMeta | null,
  { returnWords }: OrderRules,
): Generator<void, Status | null> {
  if (column === null) return null;
  const words = wordsIn(returnWords);
  if (column.type === 'number' || column.type === 'boolean') {
    const flags = yield* readNumbers(table, column.id);
    const codes = new Int32Array(flags.length);
    for (let row = 0; row < flags.length; row++) codes[row] = flags[row] === 1 ? 1 : 0;
    return { codes, isReturn: Uint8Array.of(0, 1), statuses: [] };
  }
  const { codes, count, bytesOf } = yield* codeValues(table, column);
  const decoder = new TextDecoder();
  const levels = Array.from({ length: count }, (_, code) => decoder.decode(bytesOf!(code)));
  const of = { column: column.name, words };
  const isReturn = Uint8Array.from(levels, (level) => (isReturnStatus(level, of) ? 1 : 0));
  return { codes, isReturn, statuses: levels.filter((_, code) => isReturn[code] === 1) };
}

function* countOutcomes(outcomes: Uint8Array): Generator<void, Record<Outcome, number>> {
  const counts = new Float64Array(OUTCOMES.length);
  for (let row = 0; row < outcomes.length; row++) {
    counts[outcomes[row]!]!++;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  const entries = OUTCOMES.map((outcome, code) => [outcome, counts[code]!]);
  // One entry an outcome, each a count.
  return Object.fromEntries(entries) as Record<Outcome, number>;
}
