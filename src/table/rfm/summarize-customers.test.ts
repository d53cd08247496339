import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTable, dateColumn, numberColumn } from '../create-table';
import { codeNumbers } from './code-values';
import { DAY_MS } from './outcomes';
import { readOrders, type OrderColumns } from './read-orders';
import { summarizeCustomers } from './summarize-customers';

function drain<T>(work: Generator<void, T>): { readonly value: T; readonly pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const step = work.next();
    if (step.done) return { value: step.value, pauses };
  }
}

const RULES = {
  cancelPrefix: '',
  returnWords: '',
  worthless: 'leave-out',
  reference: null,
} as const;

function summarize(
  rows: readonly (readonly [customer: number, order: number, day: number, money: number])[],
) {
  const column = (j: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[j]);
  const table = createTable([
    numberColumn('customer', column(0)),
    numberColumn('order', column(1)),
    dateColumn(
      'date',
      column(2).map((day) => day * DAY_MS),
    ),
    numberColumn('amount', column(3)),
  ]);
  const [customer, order, date, amount] = table.columns;
  const none = { quantity: null, price: null, category: null, product: null, status: null };
  const columns: OrderColumns = {
    customer: customer!,
    order: order!,
    date: date!,
    amount: amount!,
    ...none,
  };
  const orders = drain(readOrders(table, columns, { ...RULES, returns: 'net' }));
  const counted = { category: null, product: null, returns: 'net' } as const;
  const figures = drain(summarizeCustomers(orders.value, counted));
  return { orders: orders.value, figures: figures.value, pauses: orders.pauses + figures.pauses };
}

it('loses no money and no order, whoever they belong to', () => {
  const row = fc.tuple(fc.nat(6), fc.nat(9), fc.nat(40), fc.integer({ min: -3, max: 20 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), (rows) => {
      const { figures, orders } = summarize(rows);
      const sales = rows.filter(([, , , money]) => money > 0);
      const customers = new Set(sales.map(([customer]) => customer));
      expect(figures.customers).toBe(customers.size);
      expect(figures.customers + figures.returnsOnly).toBe(
        new Set(rows.filter(([, , , money]) => money !== 0).map(([customer]) => customer)).size,
      );
      const money = figures.monetary!.reduce((a, b) => a + b, 0);
      const theirs = rows.filter(([customer]) => customers.has(customer));
      expect(money).toBe(theirs.reduce((sum, [, , , amount]) => sum + amount, 0));
      const pairs = new Set(sales.map(([customer, order]) => `${customer} ${order}`));
      expect(figures.frequency.reduce((a, b) => a + b, 0)).toBe(pairs.size);
      const { sale, return: returned, worthless } = orders.counts;
      expect(sale + returned + worthless).toBe(rows.length);
    }),
  );
});

it('knows no gap of a customer with one order', () => {
  const { figures } = summarize([
    [1, 1, 0, 5],
    [2, 2, 3, 5],
    [2, 3, 10, 5],
    [2, 4, 12, 5],
  ]);
  expect([...figures.meanGap]).toEqual([NaN, 4.5]);
  expect([...figures.medianGap]).toEqual([NaN, 4.5]);
});

it('pauses within a customer with very many orders', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => [7, i, (i * 7919) % 100_000, 1] as const);
  const { figures, pauses } = summarize(rows);
  expect([...figures.frequency]).toEqual([100_000]);
  expect([...figures.medianGap]).toEqual([1]);
  expect(pauses).toBeGreaterThan(25);
});

it.each([
  ['whole numbers close together', [5, 3, NaN, 5, -2], [0, 1, -1, 0, 2]],
  ['numbers far apart', [1e15, -1e15, 1e15, 0, -0], [0, 1, 0, 2, 2]],
  ['broken numbers', [0.5, 0.25, 0.5], [0, 1, 0]],
  ['nothing', [NaN, NaN], [-1, -1]],
])('codes %s by first appearance', (_, values, codes) => {
  expect([...drain(codeNumbers(Float64Array.from(values))).value.codes]).toEqual(codes);
});
