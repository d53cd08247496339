import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { coverageOf, USUAL_RULES } from '../../table/rfm/group-rules';
import { definition } from './definition';
import type { RfmDisplay } from './display';
import { face } from './face';
import { tilesOf } from './grid';
import { coverageWords } from './group-sentences';
import { returnWordsOf, tellsReturns, withoutSaleWords } from './rule-words';

const params = initialParams(definition.params);
const column = { id: 'c0', name: 'customer', type: 'identifier' as const };

const displayOf = (part: Partial<RfmDisplay> = {}): RfmDisplay => ({
  rows: 100,
  columns: [column],
  source: { rows: 1000, customers: 103, columns: [column] },
  roles: { customer: { column: 'customer', by: 'name' }, amount: { column: 'paid', by: 'name' } },
  counts: {
    sale: 900,
    'customer-missing': 60,
    'date-missing': 0,
    'after-reference': 0,
    'order-missing': 0,
    'amount-missing': 0,
    worthless: 0,
    return: 40,
  },
  returnStatuses: [],
  prefixIgnored: null,
  returnsOnly: 3,
  reference: Date.UTC(2024, 5, 1),
  firstOrder: Date.UTC(2024, 0, 1),
  lastOrder: Date.UTC(2024, 4, 31, 12),
  orders: 250,
  revenue: 5000,
  unit: null,
  repeated: 60,
  top: { customers: 12, money: 2900 },
  edges: null,
  cells: Array.from({ length: 25 }, (_, at) => ({
    customers: at === 24 ? 12 : at === 0 ? 3 : 0,
    money: at === 24 ? 2900 : 0,
    score: at === 24 ? 4.6 : at === 0 ? 1 : null,
  })),
  groups: [
    {
      group: 'champions',
      customers: 12,
      money: 2900,
      recency: 3,
      frequency: 9,
      cells: Array.from({ length: 25 }, (_, at) => (at === 24 ? 12 : 0)),
    },
  ],
  ungrouped: 0,
  ...part,
});
const finding = (part: Partial<RfmDisplay>) => face.finding(displayOf(part), params, []);

describe('the finding of rfm', () => {
  it('says how concentrated the revenue is', () => {
    expect(finding({})).toEqual({
      zh: '前 12 % 的客户带来 58 % 的收入。',
      en: 'The top 12% of customers bring 58% of the revenue.',
    });
  });

  it('never rounds a few to none', () => {
    expect(finding({ rows: 10_000, top: { customers: 12, money: 4990 } }).en).toBe(
      'The top 0.1% of customers bring 99.8% of the revenue.',
    );
  });

  it('speaks of returning customers without money, or where debts spoil the shares', () => {
    const en = '60% of customers came more than once, 2.5 orders each on average.';
    expect(finding({ revenue: null, top: null }).en).toBe(en);
    expect(finding({ top: { customers: 12, money: 5001 } }).en).toBe(en);
    expect(finding({ revenue: -5 }).en).toBe(en);
    expect(finding({ revenue: null, top: null, repeated: 0 }).en).toBe(
      'All 100 customers bought once only.',
    );
  });

  it('says that a table without returning customers is none of orders', () => {
    const source = { rows: 160, customers: 100, columns: [column] };
    expect(finding({ source }).en).toMatch(/looks like a table of customers/);
  });
});

describe('the words of rfm', () => {
  it('name rows, orders, customers, money and days in the source line', () => {
    expect(face.sourceLine(displayOf(), params).en).toBe(
      '900 of 1,000 rows are purchases · 250 orders · 100 customers · amount 5,000.00 · 2024-01-01 – 2024-05-31 · reference day 2024-06-01',
    );
  });

  it('say how returns are told, as far as the columns go', () => {
    expect(returnWordsOf(displayOf(), 'C').en).toBe(
      'are cancelled or returned: a negative quantity or amount',
    );
    const roles = { order: { column: 'no', by: 'name' as const } };
    const display = displayOf({ roles, returnStatuses: ['退款'] });
    expect(returnWordsOf(display, 'C').zh).toBe(
      '是取消或退货：订单号以「C」开头，或状态是「退款」',
    );
    expect(tellsReturns(display, 'C')).toBe(true);
    expect(tellsReturns(displayOf({ roles: {} }), 'C')).toBe(false);
  });

  it('count customers who do not come out', () => {
    expect(withoutSaleWords(displayOf())?.zh).toBe('3 位客户只有取消或退货，不在结果里。');
    expect(withoutSaleWords(displayOf({ returnsOnly: 1 }))?.en).toBe(
      '3 customers have no purchase that counts and do not come out, 1 of them with cancellations or returns alone.',
    );
    expect(withoutSaleWords(displayOf({ rows: 103 }))).toBeNull();
  });

  it('say which combinations have no rule, and which rules never decide', () => {
    expect(coverageWords(coverageOf(USUAL_RULES)).en).toBe(
      'Each of the 125 combinations of scores falls under exactly one rule.',
    );
    const [first] = USUAL_RULES;
    const two = coverageOf([first!, first!]);
    expect(coverageWords(two).zh).toBe(
      '117 个组合（R-F-M）没有规则：1-1-1、1-1-2、1-1-3、1-1-4、1-1-5……；第 2 条从来用不上。',
    );
  });
});

describe('a report of rfm', () => {
  it('tells of no cell and no group of a few customers', () => {
    const shown = face.withhold!(displayOf(), { least: 5, hidden: new Set() })!;
    expect(shown.cells[0]).toEqual({ customers: 0, money: 0, score: null });
    expect(shown.cells[24]?.customers).toBe(12);
    expect(face.withhold!(displayOf(), { least: 20, hidden: new Set() })).toMatchObject({
      groups: [],
      top: null,
    });
  });
});

describe('the squares', () => {
  it('have recency 5 above and frequency 5 at the right', () => {
    const tiles = tilesOf(displayOf());
    expect(tiles[0]?.[4]).toMatchObject({ r: 5, f: 5, customers: 12, share: 0.12, tone: 5 });
    expect(tiles[0]?.[4]?.moneyShare).toBeCloseTo(0.58, 12);
    expect(tiles[0]?.[4]?.groups).toEqual([{ group: 'champions', customers: 12 }]);
    expect(tiles[4]?.[0]).toMatchObject({ r: 1, f: 1, customers: 3, groups: [] });
  });
});
