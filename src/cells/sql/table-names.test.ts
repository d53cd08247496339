import { describe, expect, it } from 'vitest';
import type { Feeder } from '../../core/cell-type';
import { identifierOf, tableNames } from './table-names';

const load = (source: string, title?: string): Feeder => ({
  fingerprint: source,
  params: { source },
  cell: { kind: 'load', ...(title === undefined ? {} : { title }) },
  inputs: {},
});
const made = (kind: string, from: Feeder): Feeder => ({
  fingerprint: kind,
  params: {},
  cell: { kind },
  inputs: { table: from },
});

describe('names of tables', () => {
  it.each([
    ['orders.csv', 'orders'],
    ['2024 orders (final).csv.gz', 't_2024_orders_final'],
    ['会员 名单.xlsx', '会员_名单'],
    ['ｏｒｄｅｒｓ.csv', 'orders'],
    ['....', 't'],
    ['v1.2 of it', 'v1_2_of_it'],
  ])('%s is %s', (title, name) => {
    expect(identifierOf(title)).toBe(name);
  });

  it('are those of the files, even behind other cells', () => {
    const feeders = { first: made('clean', load('orders.csv')), second: load('people.csv') };
    expect(tableNames({}, feeders)).toEqual({ first: 'orders', second: 'people' });
  });

  it('differ, without regard to case', () => {
    const orders = load('Orders.csv');
    const feeders = { first: orders, second: made('rfm', orders), third: load('orders.csv') };
    expect(tableNames({}, feeders)).toEqual({
      first: 'Orders',
      second: 'Orders_rfm',
      third: 'orders_load',
    });
    expect(tableNames({ second: 'ORDERS' }, feeders)).toEqual({
      first: 'Orders_load',
      second: 'ORDERS',
      third: 'orders_load_2',
    });
  });

  it('are the titles that people gave, and what was saved before all', () => {
    const titled = load('x.csv', '订单 表');
    expect(tableNames({}, { first: titled })).toEqual({ first: '订单_表' });
    expect(tableNames({ first: ' mine ', second: 'gone' }, { first: titled })).toEqual({
      first: 'mine',
    });
  });
});
