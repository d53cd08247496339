import { describe, expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { TableValue } from '../../core/values';
import { createTable, dateColumn, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { RfmDisplay } from './display';

async function rfm(csv: string | TableValue, saved: JsonObject = {}) {
  const table = typeof csv === 'string' ? (await readText(csv)).value : csv;
  const params = parseParams(definition.params, saved);
  const result = await finish(compute.run(params, { table }, toolsOf()));
  // The definition gives a table.
  const value = result.value as TableValue;
  return { value, display: result.display as RfmDisplay, rows: byColumn(value) };
}

/** The values of each column as text, by its name. */
function byColumn(table: TableValue): Readonly<Record<string, (string | null)[]>> {
  const rows = rowsOf(table);
  return Object.fromEntries(table.columns.map(({ name }, j) => [name, rows.map((row) => row[j]!)]));
}

const ORDERS = `订单号,下单日期,会员号,数量,单价,订单状态
A1,2024-01-01,0001,2,10,已完成
A1,2024-01-01,0001,1,5,已完成
A2,2024-01-11,0001,1,20,已完成
A3,2024-01-31,0001,3,10,已完成
A4,2024-01-20,0002,1,40,已完成
A5,2024-01-21,0002,1,40,已退款
A6,2024-01-22,,1,40,已完成
A7,2024-01-30,0003,1,0,已完成
A8,2024-01-25,0003,1,12,未退款
`;

describe('rfm', () => {
  it('makes one row a customer, with gaps missing where there is one order', async () => {
    const { rows, display } = await rfm(ORDERS);
    expect(rows['会员号']).toEqual(['0001', '0002', '0003']);
    expect(rows['最近购买距今天数']).toEqual(['1', '12', '7']);
    expect(rows['购买次数']).toEqual(['3', '1', '1']);
    expect(rows['消费金额']).toEqual(['75', '40', '12']);
    expect(rows['首购距今天数']).toEqual(['31', '12', '7']);
    expect(rows['平均客单价']).toEqual(['25', '40', '12']);
    expect(rows['平均购买间隔天数']).toEqual(['15', null, null]);
    expect(rows['购买间隔天数中位数']).toEqual(['15', null, null]);
    expect(rows['退货订单占比']).toEqual(['0', '0.5', '0']);
    expect(rows['首次购买日期']).toEqual(['2024-01-01', '2024-01-20', '2024-01-25']);
    expect(display.counts).toMatchObject({
      sale: 6,
      'customer-missing': 1,
      worthless: 1,
      return: 1,
    });
    expect(display.returnStatuses).toEqual(['已退款']);
  });

  it('guesses columns by name and says so', async () => {
    const { display } = await rfm(ORDERS);
    const found = Object.entries(display.roles).map(([role, { column, by }]) => [role, column, by]);
    expect(found).toEqual([
      ['customer', '会员号', 'name'],
      ['date', '下单日期', 'name'],
      ['order', '订单号', 'name'],
      ['quantity', '数量', 'name'],
      ['price', '单价', 'name'],
      ['status', '订单状态', 'name'],
    ]);
  });

  it('counts to the reference day and leaves out what comes after it', async () => {
    const { rows, display } = await rfm(ORDERS, { reference: '2024-01-25' });
    expect(rows['最近购买距今天数']).toEqual(['14', '5', '0']);
    expect(display.counts['after-reference']).toBe(2);
  });

  it.each([
    ['leave-out', ['100', '50']],
    ['net', ['70', '50']],
    ['keep', ['70', '20']],
  ])('handles returns: %s', async (returns, money) => {
    const csv = `order_id,order_date,customer_id,amount,status
1001,2024-01-01,a,100,paid
C1001,2024-01-02,a,-30,paid
1002,2024-01-01,b,50,paid
1003,2024-01-03,b,-30,not refunded
`.replace('b,-30,not refunded', returns === 'keep' ? 'b,-30,not refunded' : 'b,30,refunded');
    const { rows, display } = await rfm(csv, { returns });
    expect(rows['Monetary value']).toEqual(money);
    expect(display.counts.return).toBe(2);
    expect(rows.Frequency).toEqual(returns === 'keep' ? ['2', '2'] : ['1', '1']);
  });

  it('does not take a prefix that all order numbers have for a cancellation', async () => {
    const { display } = await rfm(
      'order_id,order_date,customer_id,amount\nC1,2024-01-01,a,5\nC2,2024-01-02,a,6\n',
    );
    expect(display).toMatchObject({ prefixIgnored: 1, rows: 1, orders: 2 });
  });

  it('does without amounts and order numbers', async () => {
    const { value, display } = await rfm(
      'member,date,item\na,2024-01-01,milk\na,2024-01-01,bread\na,2024-01-05,milk\nb,2024-01-02,milk\n',
    );
    expect(value.columns.map(({ name }) => name)).not.toContain('Monetary value');
    expect(value.columns.map(({ name }) => name)).not.toContain('Returns share');
    expect(byColumn(value)['Products bought']).toEqual(['2', '1']);
    expect(display).toMatchObject({ revenue: null, orders: 3, top: null });
  });

  it('names only what is kept, and never the same twice', async () => {
    const csv = 'customer_id,order_date,Frequency\na,2024-01-01,1\na,2024-01-02,2\n';
    const { value } = await rfm(csv, { customer: 'customer_id', figures: ['frequency', 'first'] });
    const names = value.columns.map(({ name }) => name);
    expect(names).toEqual(['customer_id', 'Frequency', 'First order date']);
    const renamed = csv.replace('customer_id', 'x').replace(',Frequency', ',customer_id');
    const odd = await rfm(renamed.replace('x', 'Recency days'), {
      customer: 'Recency days',
      date: 'order_date',
      guess: false,
    });
    expect(odd.value.columns.slice(0, 2).map(({ name }) => name)).toEqual([
      'Recency days',
      'Recency days (2)',
    ]);
  });

  it('gives every customer a group by the first rule that holds', async () => {
    const rules = [
      { group: 'champions', r: [4, 5], f: [1, 5], m: [1, 5] },
      { group: '其他', r: [1, 3], f: [1, 5], m: [1, 5] },
    ];
    const { rows, display } = await rfm(ORDERS, { rules });
    // Recency 1, 12, 7 days: shares worse 2/3, 0 and 1/3.
    expect(rows['R 分']).toEqual(['4', '1', '2']);
    expect(rows['RFM 分组']).toEqual(['重要价值', '其他', '其他']);
    expect(display.groups.map(({ group, customers }) => [group, customers])).toEqual([
      ['champions', 1],
      ['其他', 2],
    ]);
    const few = await rfm(ORDERS, { rules: rules.slice(0, 1) });
    expect(few.display.ungrouped).toBe(2);
    expect(few.rows['RFM 分组']).toEqual(['重要价值', null, null]);
  });

  it('scores by edges, given or rounded from the data', async () => {
    const given = { recency: [5, 10, 20, 30], frequency: [1, 2, 3, 4], monetary: null };
    const { rows, display } = await rfm(ORDERS, { scoring: 'edges', edges: given });
    expect(rows['R 分']).toEqual(['5', '3', '4']);
    expect(rows['F 分']).toEqual(['3', '1', '1']);
    expect(display.edges?.monetary).toEqual([12, 40, 40, 75]);
  });

  it('says what is missing, wrong or left', async () => {
    const code = (csv: string, saved: JsonObject = {}) =>
      rfm(csv, saved).then(
        () => 'done',
        (thrown: { code?: string }) => thrown.code,
      );
    expect(await code('x,y\n1,2\n3,4\n')).toBe('orders-column-missing');
    expect(await code(ORDERS, { amount: '订单状态' })).toBe('orders-column-type');
    expect(await code(ORDERS, { date: '订单状态' })).toBe('orders-column-type');
    expect(await code(ORDERS, { customer: 'nobody' })).toBe('column-missing');
    expect(await code(ORDERS, { reference: '2023-01-01' })).toBe('orders-none-left');
    expect(await code('customer_id,order_date,amount\na,2024-01-01,-5\na,2024-01-02,-6\n')).toBe(
      'orders-none-left',
    );
  });

  it('takes a column named __proto__ for what it is', async () => {
    const table = createTable([
      textColumn('__proto__', ['a', 'a', 'b'], 'identifier'),
      dateColumn('date', Float64Array.of(0, 86_400_000, 0)),
      numberColumn('amount', Float64Array.of(1.5, 2, NaN)),
    ]);
    const { rows, display } = await rfm(table, { customer: '__proto__' });
    expect(rows['Monetary value']).toEqual(['3.5']);
    expect(display.counts['amount-missing']).toBe(1);
  });

  it('refuses parameters that are not what they should be', () => {
    const refused = (saved: JsonObject) => () => parseParams(definition.params, saved);
    for (const saved of [
      { reference: '2024-02-31' },
      { reference: 5 },
      { edges: { recency: [3, 2, 1, 0] } },
      { edges: [] },
      { rules: [{ group: '', r: [1, 5], f: [1, 5], m: [1, 5] }] },
      { rules: [{ group: 'a', r: [5, 1], f: [1, 5], m: [1, 5] }] },
      { figures: ['income'] },
    ]) {
      expect(refused(saved)).toThrow(expect.objectContaining({ code: 'param-invalid' }));
    }
  });
});
