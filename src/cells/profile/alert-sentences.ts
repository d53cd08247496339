import { formatCount, formatNumber } from '../../core/format';
import type { Words } from '../../core/words';
import { isoOf } from '../../table/column';
import type { Alert, AlertKind } from '../../table/profile/alert';
import { beyond, examplesIn, nameOf, shareIn, spellingsIn, times, type Say } from './alert-parts';

/** Each kind of alert as one sentence without its full stop. Every figure in it was counted. */
const SENTENCES: Readonly<Record<AlertKind, Say>> = {
  'all-missing': (a) => ({
    zh: `${nameOf(a).zh}整列没有值`,
    en: `${nameOf(a).en} has no values at all`,
  }),
  'mostly-missing': (a) => ({
    zh: `${nameOf(a).zh}缺失 ${shareIn(a, 'zh')}，其余数字只说明有值的行`,
    en: `${nameOf(a).en} misses ${shareIn(a, 'en')}; its figures speak for the other rows only`,
  }),
  missing: (a) => ({
    zh: `${nameOf(a).zh}缺 ${formatCount(a.count)} 个值（${shareIn(a, 'zh')}）`,
    en: `${nameOf(a).en} misses ${times(a.count, 'value', 'values')} (${shareIn(a, 'en')})`,
  }),
  constant: (a) => ({
    zh: `${nameOf(a).zh}处处相同${examplesIn(a, 'zh')}，分不出任何人`,
    en: `${nameOf(a).en} is the same throughout${examplesIn(a, 'en')} and tells nobody apart`,
  }),
  'almost-constant': (a) => ({
    zh: `${nameOf(a).zh}有 ${shareIn(a, 'zh')} 是同一个值${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} holds one value in ${shareIn(a, 'en')} of its rows${examplesIn(a, 'en')}`,
  }),
  identifier: (a) => ({
    zh: `${nameOf(a).zh}每行都不同：它是编号，不该当作特征`,
    en: `${nameOf(a).en} differs in every row: it names rows and is no feature`,
  }),
  'almost-unique': (a) => ({
    zh: `${nameOf(a).zh}几乎每行都不同（${formatCount(a.count)} 种），很难当作类别`,
    en: `${nameOf(a).en} differs in nearly every row (${formatCount(a.count)} values) and is hardly a category`,
  }),
  'duplicate-identifiers': (a) => ({
    zh: `${nameOf(a).zh}几乎每行一个，却有 ${formatCount(a.count)} 行用了别行的值${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} is nearly one a row, yet ${times(a.count, 'row repeats', 'rows repeat')} another's${examplesIn(a, 'en')}`,
  }),
  skewed: (a) => ({
    zh: `${nameOf(a).zh}很偏（偏度 ${formatNumber(a.figure ?? 0, 1)}）：在「特征」里取${isRight(a) ? '对数或 ' : ' '}Yeo–Johnson`,
    en: `${nameOf(a).en} is very skewed (skewness ${formatNumber(a.figure ?? 0, 1)}): take ${isRight(a) ? 'logarithms or ' : ''}Yeo–Johnson in Features`,
  }),
  outliers: (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个值远离其余，${beyond(a).zh}${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'value', 'values')} far from the rest, ${beyond(a).en}${examplesIn(a, 'en')}`,
  }),
  'outliers-on-log': (a) => ({
    zh: `${nameOf(a).zh}取对数后仍有 ${formatCount(a.count)} 个值远离其余，${beyond(a).zh}${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'value', 'values')} far from the rest even on a log scale, ${beyond(a).en}${examplesIn(a, 'en')}`,
  }),
  'zero-inflated': (a) => ({
    zh: `${nameOf(a).zh}有 ${shareIn(a, 'zh')} 是 0：「有没有」也许比「多少」更说明问题`,
    en: `${nameOf(a).en} is 0 in ${shareIn(a, 'en')} of its rows: whether may tell more than how much`,
  }),
  'stand-in-numbers': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个离其余很远的数，像是代替「不知道」${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'number', 'numbers')} far from all others that may stand for "unknown"${examplesIn(a, 'en')}`,
  }),
  'stand-in-zeros': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个 0，像是代替「不知道」`,
    en: `${nameOf(a).en} has ${times(a.count, 'zero', 'zeros')} that may stand for "unknown"`,
  }),
  'stand-in-dates': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个日期像是占位${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'date that looks', 'dates that look')} like a stand-in${examplesIn(a, 'en')}`,
  }),
  'impossible-ages': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个不可能的年龄，${beyond(a).zh}${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'age', 'ages')} that nobody has, ${beyond(a).en}${examplesIn(a, 'en')}`,
  }),
  'impossible-birth-years': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个早于 ${a.range?.[0] ?? ''} 年${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'year', 'years')} before ${a.range?.[0] ?? ''}${examplesIn(a, 'en')}`,
  }),
  'future-dates': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 个日期晚于 ${isoOf(a.range?.[1] ?? 0)}${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'date', 'dates')} after ${isoOf(a.range?.[1] ?? 0)}${examplesIn(a, 'en')}`,
  }),
  'date-gap': (a) => ({
    zh: `${nameOf(a).zh}在 ${day(a, 0)} 与 ${day(a, 1)} 之间有 ${formatCount(a.count)} 天没有任何一行`,
    en: `${nameOf(a).en} has no row for ${formatCount(a.count)} days between ${day(a, 0)} and ${day(a, 1)}`,
  }),
  placeholders: (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.count)} 行写的是占位的词${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${times(a.count, 'row', 'rows')} with a word that stands for no answer${examplesIn(a, 'en')}`,
  }),
  'mixed-types': (a) => ({
    zh: `${nameOf(a).zh}有 ${shareIn(a, 'zh')} 是数，其余是文字${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} is ${shareIn(a, 'en')} numbers and words otherwise${examplesIn(a, 'en')}`,
  }),
  variants: (a) => ({
    zh: `${nameOf(a).zh}里同一个词有几种写法，只差空格、全角或大小写：${spellingsIn(a, 'zh')}`,
    en: `${nameOf(a).en} spells words in several ways that differ in spaces, width or case only: ${spellingsIn(a, 'en')}`,
  }),
  'rare-levels': (a) => ({
    zh: `${nameOf(a).zh}有 ${formatCount(a.figure ?? 0)} 种取值各不到 0.5 %，合计 ${shareIn(a, 'zh')}${examplesIn(a, 'zh')}`,
    en: `${nameOf(a).en} has ${formatCount(a.figure ?? 0)} levels under 0.5% each, ${shareIn(a, 'en')} together${examplesIn(a, 'en')}`,
  }),
  'duplicate-rows': (a) => ({
    zh: `${formatCount(a.count)} 行与前面某行完全相同（${shareIn(a, 'zh')}）`,
    en: `${times(a.count, 'row is', 'rows are')} the same as an earlier one in every column (${shareIn(a, 'en')})`,
  }),
  'duplicate-but-identifier': (a) => ({
    zh: `另有 ${formatCount(a.count)} 行除编号外与前面某行相同`,
    en: `${times(a.count, 'more row is', 'more rows are')} the same as an earlier one but for the identifier`,
  }),
  'equal-columns': (a) => ({
    zh: `「${a.columns[1] ?? ''}」与「${a.columns[0] ?? ''}」每行都相同`,
    en: `${a.columns[1] ?? ''} equals ${a.columns[0] ?? ''} in every row`,
  }),
  correlated: (a) => ({
    zh: `「${a.columns[0] ?? ''}」与「${a.columns[1] ?? ''}」几乎说同一件事（相关 ${formatNumber(a.figure ?? 0, 3)}）`,
    en: `${a.columns[0] ?? ''} and ${a.columns[1] ?? ''} say nearly the same (correlation ${formatNumber(a.figure ?? 0, 3)})`,
  }),
};

function isRight(alert: Alert): boolean {
  return (alert.figure ?? 0) > 0;
}

function day({ range }: Alert, end: 0 | 1): string {
  return isoOf(range?.[end] ?? 0).slice(0, 10);
}

/** The sentence of an alert, with its full stop. */
export function sentenceOf(alert: Alert): Words {
  const { zh, en } = SENTENCES[alert.kind](alert);
  return { zh: `${zh}。`, en: `${en}.` };
}

/** The same without it and without examples, for a headline that names several. */
export function clauseOf(alert: Alert): Words {
  if (alert.kind === 'variants') {
    return {
      zh: `${nameOf(alert).zh}里同一个词有几种写法`,
      en: `${nameOf(alert).en} spells words in several ways`,
    };
  }
  return SENTENCES[alert.kind]({ ...alert, examples: [] });
}
