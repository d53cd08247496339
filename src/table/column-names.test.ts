import { describe, expect, it } from 'vitest';
import { idNameOf, isDateName, isGroupName, isIdentifierName, type IdName } from './column-names';

const JUDGED: Record<IdName, readonly string[]> = {
  strong: [
    'id',
    'ID',
    'customer_id',
    'CustomerID',
    'userId',
    'masterid',
    'InvoiceNo',
    'order number',
    'member_num',
    'sku',
    'openid',
    '会员号',
    '订单编号',
    '手机号',
    '用户ID',
  ],
  likely: [
    'zip',
    'zip code',
    'phone',
    'key',
    'rownames',
    'Unnamed: 0',
    'ordernumber',
    '序号',
    '电话',
  ],
  weak: ['order', 'price index', 'order_num', 'items number', 'customer', '代码', '客户'],
  none: [
    'paid',
    'amount paid',
    'idle time',
    'android',
    'bid',
    'paid no more',
    'order number of items',
    'Days since last order',
    'amount_per_order',
    'Number of order',
    'mean basket per customer',
    '距上次下单天数',
    '平均每客户',
    'orders',
    '手机消费',
    '订单数',
  ],
};

describe('the name of a column', () => {
  it.each(Object.entries(JUDGED))('is %s as a name of identifiers', (grade, names) => {
    expect(names.map((name) => [name, idNameOf(name)])).toEqual(names.map((name) => [name, grade]));
  });

  it('is no measure when it surely or likely names things', () => {
    expect(JUDGED.strong.concat(JUDGED.likely).every(isIdentifierName)).toBe(true);
    expect(JUDGED.weak.concat(JUDGED.none).some(isIdentifierName)).toBe(false);
  });

  it('may be that of groups made before', () => {
    expect(['Region', 'channel_id', '渠道', '城市编码', 'Segment'].every(isGroupName)).toBe(true);
    expect(['地区消费', 'regional spend', 'class average'].some(isGroupName)).toBe(false);
  });

  it('may be that of days', () => {
    expect(['order_date', '注册日期', 'dt'].every(isDateName)).toBe(true);
    expect(['spend', '订单数'].some(isDateName)).toBe(false);
  });
});
