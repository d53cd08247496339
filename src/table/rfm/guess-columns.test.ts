import { describe, expect, it } from 'vitest';
import { readText } from '../../../tests/support/read-text';
import { guessColumns } from './guess-columns';
import { ordersOf } from './orders-of';
import { roleScore } from './role-names';
import type { Role, RoleColumns } from './roles';

function drain<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

async function guess(csv: string): Promise<Partial<Record<Role, string>>> {
  const { value } = await readText(csv);
  return plain(drain(guessColumns(value)));
}

function plain(roles: RoleColumns): Partial<Record<Role, string>> {
  return Object.fromEntries(
    Object.entries(roles).map(([role, { column }]) => [role, column]),
  ) as Partial<Record<Role, string>>;
}

describe('the columns of orders', () => {
  it.each<[string, string, Partial<Record<Role, string>>]>([
    [
      'a Chinese shop',
      '订单编号,买家会员名,买家实付金额,订单状态,订单创建时间,宝贝种类\n8001,小王,35.5,交易成功,2024-03-01 10:00:00,2\n8002,小王,20,交易关闭,2024-03-02 11:00:00,1\n8003,小李,9.9,交易成功,2024-03-02 12:00:00,1\n',
      {
        customer: '买家会员名',
        date: '订单创建时间',
        order: '订单编号',
        amount: '买家实付金额',
        status: '订单状态',
      },
    ],
    [
      'a warehouse',
      'user_id,order_id,order_date,ship_date,product_id,category,qty,unit_price,discount,is_returned\n1,a1,2024-01-01,2024-01-05,p1,toys,1,5.5,0,false\n1,a2,2024-01-09,2024-01-10,p2,toys,2,3.5,0.1,true\n2,a3,2024-01-09,2024-01-12,p2,food,2,3.5,0.1,false\n',
      {
        customer: 'user_id',
        date: 'order_date',
        order: 'order_id',
        quantity: 'qty',
        price: 'unit_price',
        category: 'category',
        product: 'product_id',
        status: 'is_returned',
      },
    ],
    [
      'names that say two things',
      '会员等级,会员号,注册日期,下单日期,订单金额,订单数量,退款金额\n金,001,2020-01-01,2024-01-02,30.5,1,0\n金,001,2020-01-01,2024-01-05,31.5,1,0\n银,002,2021-01-01,2024-01-05,8.5,2,0\n',
      { customer: '会员号', date: '下单日期', amount: '订单金额', quantity: '订单数量' },
    ],
  ])('are found in %s', async (_, csv, expected) => {
    expect(await guess(csv)).toEqual(expected);
  });

  it('may be none at all', async () => {
    expect(await guess('a,b\nx,1\ny,2\n')).toEqual({});
  });

  it('are known by names with a space or an underscore alike', () => {
    expect(roleScore('customer', 'customer_id', 'identifier')).toBe(2);
    expect(roleScore('customer', 'Customer ID', 'identifier')).toBe(2);
    expect(roleScore('customer', 'customer level', 'category')).toBe(0);
    expect(roleScore('order', '订单金额', 'number')).toBe(0);
    expect(roleScore('date', 'birthday', 'date')).toBe(0);
    expect(roleScore('amount', 'unit price', 'number')).toBe(0);
  });
});

describe('a table of orders', () => {
  const is = async (csv: string) => drain(ordersOf((await readText(csv)).value)) !== null;

  it('has customers who come back on other days', async () => {
    const orders =
      'customer_id,order_date,amount\n1,2024-01-01,5.5\n1,2024-01-03,6.5\n2,2024-01-02,7\n';
    expect(await is(orders)).toBe(true);
    expect(await is(orders.replace('\n1,2024-01-03', '\n3,2024-01-03'))).toBe(false);
    expect(await is(orders.replace('2024-01-03', '2024-01-01'))).toBe(false);
  });

  it('is no log of events, and no table without dates', async () => {
    const log =
      'user_id,time,event,product_id\n1,2024-01-01,view,a\n1,2024-01-03,buy,b\n2,2024-01-02,view,a\n';
    expect(await is(log)).toBe(false);
    expect(await is(log.replace(',event,', ',channel,'))).toBe(true);
    expect(await is('customer_id,amount\n1,5\n1,6\n2,7\n')).toBe(false);
  });
});
