import { formatCount, formatNumber } from '../../core/format';
import { isoOf } from '../../table/iso-date';
import type { Language, Words } from '../../core/words';
import type { FormulaFault } from '../../formula/fault';
import { columnTypeWords } from '../../locale/column-types';
import { faultWords } from '../../locale/formula-faults';
import type { DerivedColumn, MissingCause } from './display';
import type { Verdict } from './live-check';
import type { Group } from './reference';

export const viewWords = {
  columns: { zh: '新列', en: 'New columns' },
  name: { zh: '列名', en: 'Name' },
  namePlaceholder: { zh: '列名', en: 'Name' },
  formula: { zh: '公式', en: 'Formula' },
  formulaPlaceholder: { zh: '例如 消费 / 订单数', en: 'e.g. spend / orders' },
  filter: { zh: '只留下这样的行', en: 'Keep only rows where' },
  filterPlaceholder: {
    zh: "例如 消费 > 100 and 城市 <> '北京'",
    en: "e.g. spend > 100 and city <> 'Oslo'",
  },
  add: { zh: '再加一列', en: 'Add a column' },
  remove: { zh: '删去', en: 'Remove' },
  moveUp: { zh: '上移', en: 'Move up' },
  reference: { zh: '函数一览', en: 'All functions' },
  search: { zh: '找函数', en: 'Find a function' },
  insert: { zh: '插入', en: 'Insert' },
  none: { zh: '没有这样的函数', en: 'No such function' },
  replaces: { zh: '替换已有的列', en: 'replaces a column of the table' },
  type: { zh: '类型', en: 'Type' },
  distribution: { zh: '分布', en: 'Distribution' },
  missing: { zh: '缺失', en: 'Missing' },
  why: { zh: '为什么缺失', en: 'Why' },
  preview: { zh: '前几行', en: 'First rows' },
  beforeFilter: { zh: '筛选前的全部行', en: 'All rows, before the filter' },
  noRows: { zh: '没有行留下。', en: 'No rows are left.' },
  missingValue: { zh: '缺失', en: 'missing' },
} satisfies Record<string, Words>;

export const groupWords: Readonly<Record<Group, Words>> = {
  conditions: { zh: '条件与缺失', en: 'Conditions and gaps' },
  numbers: { zh: '数', en: 'Numbers' },
  columns: { zh: '整列与分组', en: 'Whole columns and groups' },
  texts: { zh: '文字', en: 'Text' },
  dates: { zh: '日期', en: 'Dates' },
};

/** What is wrong with a formula, in a sentence. */
export function faultSentence(fault: FormulaFault): Words {
  return faultWords(fault);
}

/** What a formula gives, in a word or two; null while that is not known. */
export function verdictWords({ type, unit, isReplacing }: Verdict): Words | null {
  if (type === null) return null;
  const words = type === 'missing' ? viewWords.missingValue : columnTypeWords[type];
  const mark = unit ? ` · ${unit}` : '';
  const also = isReplacing ? viewWords.replaces : null;
  return {
    zh: `得出${words.zh}${mark}${also ? `，${also.zh}` : ''}`,
    en: `gives ${words.en}${mark}${also ? `; ${also.en}` : ''}`,
  };
}

const REASONS: Readonly<Record<string, Words>> = {
  written: { zh: '公式里写明缺失', en: 'the formula says so' },
  'divided-by-zero': { zh: '除数是 0', en: 'divided by 0' },
  'log-of-none': { zh: '0 或负数没有对数', en: 'no logarithm of 0 or below' },
  'root-of-negative': { zh: '负数没有平方根', en: 'no root of a negative number' },
  'too-large': { zh: '太大，算不出', en: 'too large to compute' },
  'not-a-number': { zh: '文字不是数', en: 'text that is no number' },
  'not-a-date': { zh: '没有这一天', en: 'no such day' },
  'no-such-part': { zh: '没有这一段', en: 'no such part' },
  'no-case': { zh: '没有一种情况符合', en: 'no case holds' },
  'outside-edges': { zh: '在分界之外', en: 'outside the edges' },
  'no-values': { zh: '那一组没有值', en: 'its group has no values' },
  'not-defined': { zh: '没有定义', en: 'not defined' },
};

/** Why values are missing: 「收入」缺失 24, 除数是 0：3. */
export function causeWords({ reason, name, rows }: MissingCause): Words {
  const count = formatCount(rows);
  if (reason === 'column')
    return { zh: `「${name}」缺失 ${count}`, en: `${name} missing ${count}` };
  const words = REASONS[reason] ?? { zh: reason, en: reason };
  const zh = reason === 'not-defined' ? `${name}(…) ${words.zh}` : words.zh;
  const en = reason === 'not-defined' ? `${name}(…) ${words.en}` : words.en;
  return { zh: `${zh} ${count}`, en: `${en} ${count}` };
}

export function causesText(column: DerivedColumn, language: Language): string {
  return column.causes.map((cause) => causeWords(cause)[language]).join(' · ');
}

/** The most frequent values of a text or a flag: "北京 4,210 · 上海 3,980 · 另有 12 种". */
export function topText({ top, distinct }: DerivedColumn, language: Language): string {
  const shown = top.slice(0, 3).map(({ value, count }) => `${value} ${formatCount(count)}`);
  const others = distinct - shown.length;
  const more = { zh: `另有 ${formatCount(others)} 种`, en: `${formatCount(others)} more` };
  return [...shown, ...(others > 0 ? [more[language]] : [])].join(' · ');
}

/** The smallest and the largest value, under its picture. */
export function distributionLabel({ histogram, type }: DerivedColumn, language: Language): string {
  if (!histogram) return '';
  const write = (x: number) => (type === 'date' ? isoOf(x).slice(0, 10) : formatNumber(x));
  const [from, to] = [write(histogram.from), write(histogram.to)];
  return language === 'zh' ? `${from} … ${to}` : `${from} to ${to}`;
}
