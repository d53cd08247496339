import type { ColumnMeta } from '../../core/values';
import type { Words } from '../../core/words';

/** What a column is about, where its name says so, and what to call much or little of it. */
interface Concept {
  readonly names: RegExp;
  readonly high: Words;
  readonly low: Words;
}

/** Names that only look like an amount. */
const GRADES = /等级|级别|评分|类型|类别|偏好|排名|level|score|rank|type|class|group|index/i;

/** The first that fits counts. */
const NUMBERS: readonly Concept[] = [
  {
    names:
      /^距|(上次|最近|末次).*(天|日|月)|未(下单|购买|消费)|recency|since.*(last|order|purchase)/i,
    high: { zh: '久未来', en: 'Lapsed' },
    low: { zh: '近期活跃', en: 'Recently active' },
  },
  {
    names: /折扣|优惠|discount|coupon|promo/i,
    high: { zh: '爱折扣', en: 'Deal-seeking' },
    low: { zh: '少用折扣', en: 'Few discounts' },
  },
  {
    names: /退货|退款|^(return|refund)/i,
    high: { zh: '多退货', en: 'Many returns' },
    low: { zh: '少退货', en: 'Few returns' },
  },
  {
    names: /客单|单均|basket|\baov\b|order.?value/i,
    high: { zh: '高客单', en: 'High basket' },
    low: { zh: '低客单', en: 'Low basket' },
  },
  {
    names: /(注册|会员|入会|开户).*(时长|月|天|年限)|tenure|seniority/i,
    high: { zh: '老客', en: 'Long-time' },
    low: { zh: '新客', en: 'New' },
  },
  {
    names: /访问|登录|到店|visit|login|session/i,
    high: { zh: '常访', en: 'Visiting often' },
    low: { zh: '少访', en: 'Visiting rarely' },
  },
  {
    names: /订单(数|量)|(下单|购买|消费)(次数|频)|^orders?\b|order.?count|frequency|purchases$/i,
    high: { zh: '高频', en: 'Frequent buyers' },
    low: { zh: '低频', en: 'Infrequent buyers' },
  },
  {
    names: /消费|花费|spend|monetary/i,
    high: { zh: '高消费', en: 'High spend' },
    low: { zh: '低消费', en: 'Low spend' },
  },
  {
    names: /^年龄|^age$/i,
    high: { zh: '年长', en: 'Older' },
    low: { zh: '年轻', en: 'Younger' },
  },
  {
    names: /收入|income|salary/i,
    high: { zh: '高收入', en: 'High income' },
    low: { zh: '低收入', en: 'Low income' },
  },
];

/** Of a date the high ones are late. */
const DATES: readonly Concept[] = [
  {
    names: /注册|开户|入会|join|regist|sign.?up|created/i,
    high: { zh: '新客', en: 'New' },
    low: { zh: '老客', en: 'Long-time' },
  },
  {
    names: /最近|上次|末次|last/i,
    high: { zh: '近期活跃', en: 'Recently active' },
    low: { zh: '久未来', en: 'Lapsed' },
  },
];

/** Room in a name or beside a petal, counted in half-width characters. */
const ROOM = 16;

/** In half-width characters. */
function widthOf(character: string): number {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(
    character,
  )
    ? 2
    : 1;
}

function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

/**
 * A text in two lines where one is too narrow: parted at the space nearest the middle, Chinese in
 * halves; each cut where it is still too long.
 */
export function inTwoLines(text: string, room: number): readonly string[] {
  const length = lengthOf(text);
  if (length <= room) return [text];
  const characters = [...text];
  let [best, nearest, width] = [0, Infinity, 0];
  characters.forEach((character, i) => {
    const mayPart = character === ' ' || widthOf(character) === 2;
    if (i > 0 && mayPart && Math.abs(width - length / 2) < nearest) {
      [best, nearest] = [i, Math.abs(width - length / 2)];
    }
    width += widthOf(character);
  });
  if (best === 0) return [fitted(text, room)];
  const lines = [characters.slice(0, best), characters.slice(best)];
  return lines.map((line) => fitted(line.join('').trim(), room));
}

/** The text itself where there is room for it; else its beginning and an ellipsis. */
export function fitted(text: string, room = ROOM): string {
  const characters = [...text];
  if (lengthOf(text) <= room) return text;
  let [kept, width] = ['', 0];
  for (const character of characters) {
    width += widthOf(character);
    if (width > room - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * A column name as short as a label needs it: without brackets, "近 12 月", "12 months", "per month"
 * and the like where something is left; cut where it is still long.
 */
export function shortName(name: string, room = ROOM): string {
  const short = name
    .replace(/[（([【].*?[）)\]】]/g, '')
    .replace(/^(近|过去|最近)\s*[\d一二三六十]+\s*个?(天|日|周|月|季度|年)的?/, '')
    .replace(/^(月均|平均|年均)/, '')
    .replace(/[\s_]+(last[\s_]+)?\d+[\s_]*(d|days?|m|months?|y|years?)$/i, '')
    .replace(/[\s_]+per[\s_]+(day|week|month|year)$/i, '')
    .replace(/[\s_]+(months?|years?)$/i, '')
    .replace(/_+/g, ' ')
    .trim();
  return fitted(short === '' ? name.trim() : short, room);
}

/** What to call a segment that has much (or little) of a number or date. */
export function tagOf({ name, type }: ColumnMeta, isHigh: boolean): Words {
  const concepts = type === 'date' ? DATES : GRADES.test(name) ? [] : NUMBERS;
  const concept = concepts.find(({ names }) => names.test(name));
  if (concept) return isHigh ? concept.high : concept.low;
  const short = shortName(name);
  if (type === 'date') {
    return {
      zh: `${spaced(short)}${isHigh ? '晚' : '早'}`,
      en: `${isHigh ? 'Late' : 'Early'} ${short}`,
    };
  }
  return {
    zh: `${spaced(short)}${isHigh ? '高' : '低'}`,
    en: `${isHigh ? 'High' : 'Low'} ${short}`,
  };
}

/** A space between Latin letters and the Han that follow. */
function spaced(text: string): string {
  return /[\x21-\x7e…]$/.test(text) ? `${text} ` : text;
}
