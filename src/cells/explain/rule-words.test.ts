import { describe, expect, it } from 'vitest';
import type { ColumnMeta } from '../../core/values';
import type { ExplainCondition, ExplainRule } from './display';
import { conditionText, limitText, rulesText } from './rule-words';
import { rulesSql } from './sql';

const columnOf = (
  name: string,
  type: ColumnMeta['type'] = 'number',
  unit?: string,
): ColumnMeta => ({
  id: name,
  name,
  type,
  ...(unit === undefined ? {} : { unit }),
});

const asks = (column: ColumnMeta, part: Partial<ExplainCondition>): ExplainCondition => ({
  column,
  from: null,
  below: null,
  level: null,
  except: [],
  present: true,
  missing: false,
  ...part,
});

const ruleOf = (segment: number, ...conditions: ExplainCondition[]): ExplainRule => ({
  segment,
  conditions,
  rows: 10,
  heldOut: 3,
  right: 3,
});

const orders = columnOf('orders');
const city = columnOf('city', 'category');
const member = columnOf('member', 'boolean');

describe('a condition in words', () => {
  it.each([
    [asks(orders, { from: 6 }), 'orders ≥ 6', '「orders」≥ 6'],
    [
      asks(columnOf('spend', 'number', '¥'), { from: 0.5, below: 12000 }),
      '0.5 ¥ ≤ spend < 12,000 ¥',
      '0.5 ¥ ≤「spend」< 12,000 ¥',
    ],
    [
      asks(orders, { below: -2, missing: true }),
      '(orders < −2 or missing)',
      '（「orders」< −2 或缺失）',
    ],
    [asks(city, { level: '北京' }), 'city is 北京', '「city」是「北京」'],
    [asks(city, { except: ['A', 'B'] }), 'city is not A or B', '「city」不是「A」、「B」'],
    [asks(member, { from: 1 }), 'member is yes', '「member」为是'],
    [asks(member, { below: 1 }), 'member is no', '「member」为否'],
    [asks(orders, {}), 'orders has a value', '「orders」有值'],
    [asks(orders, { present: false, missing: true }), 'orders is missing', '「orders」缺失'],
  ])('%# reads in both languages', (condition, en, zh) => {
    expect(conditionText(condition, 'en')).toBe(en);
    expect(conditionText(condition, 'zh')).toBe(zh);
  });

  it('keeps every digit of a limit, and does not group those of a year', () => {
    expect(limitText(1234.56789, orders)).toBe('1,234.56789');
    expect(limitText(1985, columnOf('Year_Birth'))).toBe('1985');
  });
});

describe('rules to copy', () => {
  const rules = [
    ruleOf(0, asks(orders, { below: 6, missing: true }), asks(city, { except: ["L'Aquila", 'B'] })),
    ruleOf(
      1,
      asks(columnOf('say "hi"; --'), { from: -1.5, below: 1e21 }),
      asks(member, { below: 1 }),
    ),
    ruleOf(
      2,
      asks(orders, { from: 1, below: 2, missing: true }),
      asks(city, { level: 'x', missing: true }),
    ),
    ruleOf(3, asks(orders, { present: false, missing: true }), asks(city, { except: ['B'] })),
  ];
  const names = [{ zh: "老客'", en: "Regulars'" }];

  it('are lines of text with the names of the segments', () => {
    expect(rulesText(rules.slice(0, 1), names, 'zh')).toBe(
      "老客'：（「orders」< 6 或缺失） 且 「city」不是「L'Aquila」、「B」",
    );
  });

  it('are one SQL CASE in which nothing escapes its quotes', () => {
    expect(rulesSql(rules, names, 'en').split('\n')).toEqual([
      'CASE',
      `  WHEN ("orders" < 6 OR "orders" IS NULL) AND "city" NOT IN ('L''Aquila', 'B') THEN 'Regulars'''`,
      `  WHEN "say ""hi""; --" >= -1.5 AND "say ""hi""; --" < 1e+21 AND "member" = FALSE THEN 'Segment 2'`,
      `  WHEN (("orders" >= 1 AND "orders" < 2) OR "orders" IS NULL) AND ("city" = 'x' OR "city" IS NULL) THEN 'Segment 3'`,
      `  WHEN "orders" IS NULL AND "city" <> 'B' THEN 'Segment 4'`,
      'END',
    ]);
    expect(rulesSql([ruleOf(0)], [], 'zh')).toBe("CASE\n  WHEN TRUE THEN '分群 1'\nEND");
  });
});
