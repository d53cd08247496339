import { formatNumber, isYearColumn } from '../../core/format';
import type { Language, Words } from '../../core/words';
import { nameOf } from '../../ui/segment-names';
import type { ExplainCondition, ExplainRule } from './display';

/** A limit with all its digits: a rounded one would send other rows the way. */
export function limitText(value: number, column: ExplainCondition['column']): string {
  const text = String(Math.abs(value));
  const sign = value < 0 ? '−' : '';
  if (text.includes('e') || isYearColumn(column.name, [value])) return `${sign}${text}`;
  return formatNumber(value, text.split('.')[1]?.length ?? 0);
}

/** "12 ≤ orders < 30", "city is not Paris", "orders is missing". */
export function conditionText(condition: ExplainCondition, language: Language): string {
  const isZh = language === 'zh';
  const { column, present, missing } = condition;
  const name = isZh ? `「${column.name}」` : column.name;
  if (!present) return isZh ? `${name}缺失` : `${name} is missing`;
  const asked = valueText(condition, name, isZh);
  if (asked === null) return isZh ? `${name}有值` : `${name} has a value`;
  if (!missing) return asked;
  return isZh
    ? `（${asked}${/[\x21-\x7e]$/.test(asked) ? ' ' : ''}或缺失）`
    : `(${asked} or missing)`;
}

function valueText(condition: ExplainCondition, name: string, isZh: boolean): string | null {
  const { column, from, below, level, except } = condition;
  if (column.type === 'boolean') {
    if (from === null && below === null) return null;
    return from === null
      ? `${name}${isZh ? '为否' : ' is no'}`
      : `${name}${isZh ? '为是' : ' is yes'}`;
  }
  if (level !== null) return isZh ? `${name}是「${level}」` : `${name} is ${level}`;
  if (except.length > 0) {
    const others = except.map((text) => (isZh ? `「${text}」` : text));
    return isZh ? `${name}不是${others.join('、')}` : `${name} is not ${others.join(' or ')}`;
  }
  // The brackets of Chinese names bring their own room.
  return intervalText(condition, isZh ? [name, ''] : [name, ' ']);
}

function intervalText(
  { column, from, below }: ExplainCondition,
  [name, room]: readonly [string, string],
): string | null {
  const written = (value: number) =>
    `${limitText(value, column)}${column.unit === undefined ? '' : ` ${column.unit}`}`;
  if (from !== null && below !== null)
    return `${written(from)} ≤${room}${name}${room}< ${written(below)}`;
  if (from !== null) return `${name}${room}≥ ${written(from)}`;
  return below === null ? null : `${name}${room}< ${written(below)}`;
}

export function ruleText({ conditions }: ExplainRule, language: Language): string {
  if (conditions.length === 0) return language === 'zh' ? '所有行' : 'every row';
  const and = language === 'zh' ? ' 且 ' : ' and ';
  return conditions.map((condition) => conditionText(condition, language)).join(and);
}

/** All rules as lines of text, each with the name of its segment. */
export function rulesText(
  rules: readonly ExplainRule[],
  names: readonly Words[],
  language: Language,
): string {
  const colon = language === 'zh' ? '：' : ': ';
  return rules
    .map((rule) => `${nameOf(names, rule.segment)[language]}${colon}${ruleText(rule, language)}`)
    .join('\n');
}
