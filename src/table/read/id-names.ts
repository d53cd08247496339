/** How surely a column name announces identifiers: by itself, or only with unique values. */
export type IdName = 'strong' | 'weak' | 'none';

const STRONG = new Set('id ids uid uuid guid openid unionid isbn sku imei iban'.split(' '));
const WEAK = new Set(
  (
    'no nr num number code key index row rowname rownames obs account zip postcode zipcode card ' +
    'invoice order customer user member client phone mobile email tel telephone serial'
  ).split(' '),
);
/** Things that are numbered: their number, code or key is a name even where rows repeat it. */
const ENTITY =
  'customer|cust|user|member|client|order|account|person|card|device|product|item|session|shop|' +
  'store|visitor|transaction|invoice|row|record|employee|student|master|phone|contract|policy';
const STRONG_JOINED = new RegExp(`^(?:${ENTITY})_?id$`);
const NUMBERED = new RegExp(`^(?:${ENTITY}) (?:no|nr|num|number|code|key)$`);
const STRONG_ZH =
  /(会员|客户|用户|顾客|订单|手机|身份证|编|卡|账|帐|学|工|单|流水|电话|序列|证件)号$|号码$|(?:^|[^a-z])id$|标识$|身份证$|手机$/i;
const WEAK_ZH = /[号码]$|序号$|代码$|编码$|客户$|用户$|会员$|顾客$/;

/** Judges a column by the words of its name: `customer_id`, `CustomerID`, 会员号, `InvoiceNo`. */
export function idNameOf(name: string): IdName {
  const words = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const last = words.at(-1) ?? '';
  if (STRONG.has(last) || words[0] === 'id') return 'strong';
  if (STRONG_JOINED.test(last) || NUMBERED.test(words.slice(-2).join(' '))) return 'strong';
  if (STRONG_ZH.test(name.trim())) return 'strong';
  return WEAK.has(last) || WEAK_ZH.test(name.trim()) ? 'weak' : 'none';
}

/** True when a name says that eight digits are a day: 20240501. */
export function isDateName(name: string): boolean {
  return /date|day|_dt$|^dt|time|日期|时间|日$/i.test(name);
}
