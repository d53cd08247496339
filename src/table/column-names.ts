/**
 * How surely a column name announces identifiers: `strong` by itself; `likely` when hardly a value
 * repeats, and no measure either way; `weak` only when hardly a value repeats.
 */
export type IdName = 'strong' | 'likely' | 'weak' | 'none';

const STRONG = new Set('id ids uid uuid guid openid unionid isbn sku imei iban'.split(' '));
const LIKELY = new Set('no key zip zipcode postcode phone mobile'.split(' '));
const WEAK = new Set(
  (
    'nr num number code index row rowname rownames obs account card ' +
    'invoice order customer user member client email tel telephone serial'
  ).split(' '),
);
/** Of these a row has one, so that "member_num" is its number; of the others "order_num" counts. */
const SINGLE =
  'customer|cust|member|client|account|person|card|invoice|row|record|employee|student|master|' +
  'phone|contract|policy';
/** Things that are numbered: their number, code or key is a name even where rows repeat it. */
const ENTITY = `${SINGLE}|user|order|device|product|item|session|shop|store|visitor|transaction|sample`;
const STRONG_JOINED = new RegExp(`^(?:${ENTITY})_?id$`);
const NUMBERED = new RegExp(`^(?:(?:${ENTITY}) (?:no|nr|number|code|key)|(?:${SINGLE}) num)$`);
/** Run together, the end may belong to another word, as in "itemno": less sure than apart. */
const NUMBERED_JOINED = new RegExp(`(?:${ENTITY})s?(?:id|no|nr|number|code)$`);
/** Names that say so as a whole only: a price index is a measure. */
const LIKELY_WHOLE = /^(index|row|row ?names?|unnamed 0)$|(?:^| )zip code$/;
const STRONG_ZH =
  /(会员|客户|用户|顾客|订单|手机|身份证|编|卡|账|帐|学|工|单|流水|电话|序列|证件)号$|号码$|(?:^|[^a-z])id$|标识$|身份证$|手机$/i;
const LIKELY_ZH = /序号$|电话$|邮编$/;
const WEAK_ZH = /[号码]$|代码$|编码$|客户$|用户$|会员$|顾客$/;

/** Of "days since last order" the order is what is measured, not what is named. */
const MEASURES = new Set(
  (
    'second seconds minute minutes hour hours day days week weeks month months year years ' +
    'amount amounts count counts total sum mean average avg median share ratio rate'
  ).split(' '),
);
const MEASURE_ZH = /天数|月数|年数|小时|分钟|距.*(上次|最近|首次)|平均|合计|占比|次数|金额/;

function isMeasure(words: readonly string[]): boolean {
  const at = words.indexOf('number');
  return words.some((word) => MEASURES.has(word)) || (at >= 0 && words[at + 1] === 'of');
}

/** Words of a name, in lower case: `customer_id` and `CustomerID` are two each. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Judges a column by the words of its name: `customer_id`, `CustomerID`, 会员号, `InvoiceNo`. */
export function idNameOf(name: string): IdName {
  const words = wordsOf(name);
  const han = name.trim();
  if (isStrong(words) || STRONG_ZH.test(han)) return 'strong';
  if (isLikely(words) || LIKELY_ZH.test(han)) return 'likely';
  if (isMeasure(words) || MEASURE_ZH.test(han)) return 'none';
  return WEAK.has(words.at(-1) ?? '') || WEAK_ZH.test(han) ? 'weak' : 'none';
}

function isStrong(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (STRONG.has(last) || words[0] === 'id') return true;
  return STRONG_JOINED.test(last) || NUMBERED.test(words.slice(-2).join(' '));
}

function isLikely(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return LIKELY.has(last) || NUMBERED_JOINED.test(last) || LIKELY_WHOLE.test(words.join(' '));
}

/** True for a name under which numbers are names: they are neither summed nor compared. */
export function isIdentifierName(name: string): boolean {
  const idName = idNameOf(name);
  return idName === 'strong' || idName === 'likely';
}

const GROUP =
  /^(region|channel|area|district|category|class|type|group|segment|cluster|label|target)([\s_.-]?(id|code|no))?$|^(地区|区域|省份|城市|渠道|类型|类别|分类|分组|分群|标签)(代码|编码)?$/i;

/** Codes of kinds and places; a group that somebody already made must not decide the new ones. */
export function isGroupName(name: string): boolean {
  return GROUP.test(name);
}

/** True when a name says that eight digits are a day: 20240501. */
export function isDateName(name: string): boolean {
  return /date|day|_dt$|^dt|time|日期|时间|日$/i.test(name);
}
