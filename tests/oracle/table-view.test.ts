import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { ColumnFilter, RowsView } from '../../src/core/table-rows';
import type { TableValue } from '../../src/core/values';
import { columnNamed } from '../../src/table/column';
import { orderRows } from '../../src/table/view/order-rows';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { readText } from '../support/read-text';
import recorded from './table-view.json';

const FILES = {
  people: 'customer-personality/marketing_campaign_semicolon_bom.csv',
  orders: 'online-retail-sample/online_retail_2010-12.csv.gz',
} as const;
const tables = new Map<string, Promise<TableValue>>();

function tableOf(name: string): Promise<TableValue> {
  const file = FILES[name as keyof typeof FILES];
  const table = tables.get(name) ?? readText(realFile(file)).then(({ value }) => value);
  tables.set(name, table);
  return table;
}

async function orderOf(table: TableValue, view: Partial<RowsView>): Promise<Uint32Array> {
  const whole: RowsView = { sort: [], filters: [], search: '', language: 'en' };
  const order = await finish(orderRows(table, { ...whole, ...view }));
  if (order === null) throw new Error('nothing was asked for');
  return order;
}

/** As the script remembers an order. */
function remembered(order: Uint32Array) {
  const weighed = order.reduce((sum, row, i) => sum + (i + 1) * (row + 1), 0);
  return {
    rows: order.length,
    first: [...order.subarray(0, 12)],
    last: [...order.subarray(-12)],
    weighed,
  };
}

describe.skipIf(!DATA_FOLDER)(`rows as pandas orders them${WANTING}`, () => {
  it.each(recorded.sorts)('sorts $table by $by', async ({ table: name, by, ...expected }) => {
    const table = await tableOf(name);
    const sort = by.map(([column, ascending]) => ({
      column: columnNamed(table, String(column)).id,
      descending: ascending === false,
    }));
    expect(remembered(await orderOf(table, { sort }))).toEqual(expected);
  });

  it.each(recorded.filters)(
    'keeps the rows of $table whose $column is $filter',
    async ({ table: name, column, filter, ...expected }) => {
      const table = await tableOf(name);
      const filters = [{ column: columnNamed(table, column).id, filter: filter as ColumnFilter }];
      expect(remembered(await orderOf(table, { filters }))).toEqual(expected);
    },
  );
});
