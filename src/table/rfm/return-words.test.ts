import { expect, it } from 'vitest';
import { isReturnStatus, RETURN_WORDS, wordsIn } from './return-words';

const words = wordsIn(RETURN_WORDS);
const isReturn = (status: string, column = '订单状态') => isReturnStatus(status, { column, words });

it.each([
  '已退款',
  '交易关闭',
  '退货中',
  'Refunded',
  'CANCELLED',
  'canceled by user',
  '未付款',
  'unpaid',
])('takes %s for a return or no purchase', (status) => expect(isReturn(status)).toBe(true));

it.each([
  '已完成',
  '未退款',
  '无退货',
  'not returned',
  'non-refunded',
  'paid',
  '没有取消',
  '',
  '是',
])('takes "%s" for none', (status) => expect(isReturn(status)).toBe(false));

it('takes a yes for a return in a column that asks about returns', () => {
  for (const yes of ['是', 'Y', 'true', '1']) expect(isReturn(yes, '是否退货')).toBe(true);
  for (const no of ['否', 'N', 'false', '0']) expect(isReturn(no, 'is_refunded')).toBe(false);
});
