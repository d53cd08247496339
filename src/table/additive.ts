import type { ColumnMeta } from '../core/values';

const CURRENCY = /^(?:[¥￥$€£₩₹]|元|万元|rmb|cny|usd|eur|gbp|jpy)$/i;

/** Measure words of what people do or buy. */
const COUNTED = /^[单次件笔个张份台]$/;

const AMOUNT_ZH =
  /金额|消费|销售|花费|支出|营收|成交|交易额|付款|实付|订单|次数|数量|件数|笔数|单数|购买|总额|总量|积分|存款|充值/;
const NOT_AMOUNT_ZH =
  /均|单价|客单|价格|率|比|距|最近|上次|首次|天数|时长|间隔|年龄|评分|分数|指数|等级|每|号$|编号|排名|偏好|类型|额度|工资|薪|(?<!销售|营业)收入/;

const AMOUNT_WORDS = new Set(
  (
    'amount spend spent spending sales revenue gmv turnover monetary frequency orders purchases ' +
    'quantity qty units items visits transactions sessions clicks payments paid deposits charges ' +
    'points mnt bookings trips nights'
  ).split(' '),
);
const NOT_AMOUNT_WORDS = new Set(
  (
    'avg average mean median per rate ratio share percent pct price basket score age days day ' +
    'income salary wage limit credit recency tenure rank index level min max std last first since id no month monthly daily weekly'
  ).split(' '),
);

/** Words of a name in Latin letters: "NumWebPurchases" and "web_purchases" are two each. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/**
 * True for a column whose sum over customers means something, so that "11 % of customers bring
 * 58 % of it" can be said: amounts of money and counts of what people did, known by unit or name.
 * Averages, rates, prices, ages and times since something never count, whatever their unit.
 * When in doubt: false.
 */
export function isAdditive({ name, unit, type }: ColumnMeta): boolean {
  if (type !== 'number') return false;
  const words = wordsOf(name);
  if (NOT_AMOUNT_ZH.test(name) || words.some((word) => NOT_AMOUNT_WORDS.has(word))) return false;
  if (unit !== undefined && CURRENCY.test(unit)) return true;
  if (unit !== undefined) return COUNTED.test(unit);
  return AMOUNT_ZH.test(name) || words.some((word) => AMOUNT_WORDS.has(word));
}
