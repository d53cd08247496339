import type { ColumnType } from '../../core/values';
import type { Role } from './roles';

interface RoleName {
  /** The name is a candidate. */
  readonly is: RegExp;
  /** Of several candidates these come first. */
  readonly best: RegExp;
  /** Something else in spite of `is`: an order's date is no order number. */
  readonly not: RegExp;
  readonly types: readonly ColumnType[];
}

const NAMES: readonly ColumnType[] = ['identifier', 'text', 'category', 'number'];
const WORDS: readonly ColumnType[] = ['category', 'text', 'identifier'];

/** The names that exports of shops, cash desks and warehouses use, in Chinese and English. */
const ROLE_NAMES: Readonly<Record<Role, RoleName>> = {
  customer: {
    is: /客户|顾客|会员|用户|买家|买方|消费者|持卡人|customer|client|member|user|buyer|shopper|consumer|household|panelist|^cust(_|\b)|visitor_?id/i,
    best: /[号码]$|编号|编码|id$|_id|number|_no$|key$|code$/i,
    not: /等级|级别|类型|类别|性别|年龄|城市|地区|省|生日|积分|分群|评分|留言|备注|级$|数$|level|tier|type|segment|group|city|country|state|region|age\b|gender|rating|email|phone|since|agent/i,
    types: NAMES,
  },
  date: {
    is: /./,
    best: /下单|购买|交易|订单|成交|付款|支付|消费|order|purchase|invoice|transaction|sale|paid|payment|^date$|^日期$/i,
    not: /注册|入会|出生|生日|发货|收货|签收|退款|更新|修改|birth|regist|join|sign.?up|ship|deliver|arriv|return|refund|update|modif/i,
    types: ['date'],
  },
  order: {
    is: /订单|交易|单号|流水|发票|小票|order|invoice|transaction|trans_|receipt|basket|ticket|\bbill|purchase_?id/i,
    best: /[号码]$|编号|id$|_id|no$|number|num$|code$/i,
    not: /日期|时间|金额|状态|数量|类型|来源|渠道|总额|总价|额$|价$|数$|date|time|amount|total|status|state|type|count|qty|quantity|value|price|source|channel|line|item|day\b/i,
    types: NAMES,
  },
  amount: {
    is: /金额|销售额|消费额|总价|总额|实付|实收|支付额|成交额|营业额|收入|amount|total|revenue|sales?\b|spend|spent|paid|payment|gmv|turnover|value|price_total|subtotal/i,
    best: /实付|实收|支付|成交|订单|销售|amount|revenue|sales|total/i,
    not: /单价|数量|件数|折扣|优惠|运费|税|成本|利润|积分|余额|退|unit|qty|quantity|count|discount|coupon|freight|shipping|tax|cost|profit|margin|point|balance|refund|rate|date|type|method|number|_id|items?\b/i,
    types: ['number'],
  },
  quantity: {
    is: /数量|件数|个数|购买量|qty|quantity|units?$|pieces|^cds$|item_?count|num_?items|items?_?sold/i,
    best: /购买|商品|qty|quantity/i,
    not: /单价|金额|退|price|amount|stock|returned/i,
    types: ['number'],
  },
  price: {
    is: /单价|售价|价格|unit.?price|^price|price$|item.?price|unit.?cost/i,
    best: /单价|unit/i,
    not: /总|total|原价|market|list.?price/i,
    types: ['number'],
  },
  category: {
    is: /品类|类目|分类|类别|大类|部门|category|department|\bdept|aisle|product.?(type|group|line)/i,
    best: /商品|产品|一级|category/i,
    not: /客户|顾客|会员|用户|支付|订单|customer|member|user|payment|order/i,
    types: [...WORDS, 'number'],
  },
  product: {
    is: /商品|产品|货号|品名|款号|sku|product|item|stock.?code|description|upc|ean$|isbn/i,
    best: /[号码]$|编号|编码|id$|code$|sku|stock/i,
    not: /数量|件数|单价|价格|金额|品类|类目|分类|类别|评分|qty|quantity|price|amount|count|category|type|group|line|rating|value|total/i,
    types: NAMES,
  },
  status: {
    is: /状态|退货|退款|取消|status|return|refund|cancel/i,
    best: /订单|交易|order|是否|^is/i,
    not: /日期|时间|金额|数量|原因|率|付款方式|婚姻|date|time|amount|qty|quantity|reason|rate|marital|share/i,
    types: [...WORDS, 'boolean', 'number'],
  },
};

/** How surely a column's name and type make it this role: 0 not, 1 perhaps, 2 as good as said. */
export function roleScore(role: Role, name: string, type: ColumnType): number {
  const { is, best, not, types } = ROLE_NAMES[role];
  // "customer_id" has words to end at; an underscore is part of a word to a pattern.
  const words = name.replaceAll('_', ' ');
  const says = (pattern: RegExp) => pattern.test(name) || pattern.test(words);
  if (!types.includes(type) || !says(is) || says(not)) return 0;
  return says(best) ? 2 : 1;
}

/** True for a column that says what somebody did, as in a log of events. */
export function isEventName(name: string): boolean {
  return /^(event|action|behaviou?r)([ _]?(type|name))?$|行为|事件/i.test(name);
}
