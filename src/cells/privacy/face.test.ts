import { describe, expect, it } from 'vitest';
import type { Risk } from '../../table/privacy/risk';
import type { PrivacyColumn, PrivacyDisplay } from './display';
import { face } from './face';
import { riskRows, treatedRows } from './summarize';

const risk = (over: Partial<Risk> = {}): Risk => ({
  rows: 1000,
  groups: 50,
  k: 1,
  rowsBelow: 124,
  alone: 12,
  diversity: [{ column: '收入', distinct: 1, entropy: 1, closeness: 0.5 }],
  smallest: [
    { values: ['女', '1987'], rows: 1 },
    { values: ['男', ''], rows: 9 },
  ],
  ...over,
});
const column = (over: Partial<PrivacyColumn>): PrivacyColumn => ({
  column: { id: 'c0', name: '年龄', type: 'number' },
  found: { class: 'quasi', reason: { kind: 'name', word: '年龄' } },
  class: 'quasi',
  action: 'keep',
  advised: 'bands',
  ...over,
});
const display = (over: Partial<PrivacyDisplay> = {}): PrivacyDisplay => ({
  rows: 1000,
  columns: [{ id: 'c0', name: '年龄', type: 'category' }],
  treated: [column({})],
  consent: null,
  before: risk(),
  after: risk(),
  dropped: 0,
  ...over,
});
const params = {
  k: 5,
  generalize: 'keep',
  smallGroups: 'keep',
  consent: '',
  consentYes: '',
  key: 'default',
  decisions: [],
} as const;
const finding = (shown: PrivacyDisplay) => face.finding(shown, params, []);

describe('the headline of privacy', () => {
  it('says who is told outright before anything else', () => {
    const named = column({ class: 'direct', column: { id: 'c1', name: '手机', type: 'text' } });
    expect(finding(display({ treated: [named] }))).toEqual({
      zh: '「手机」直接写明是谁。',
      en: '手机 says outright who it is.',
    });
  });

  it('says how many rows are still like too few, and what it was before', () => {
    expect(finding(display()).en).toBe(
      '12.4% of the rows are like fewer than 5; 12 are like no other.',
    );
    const better = display({ after: risk({ rowsBelow: 10, alone: 1 }) });
    expect(finding(better)).toEqual({
      zh: '1.0 % 的行不到 5 人相同，原来是 12.4 %；1 行独一无二。',
      en: '1.0% of the rows are like fewer than 5, before it was 12.4%; 1 is like no other.',
    });
    const all = display({ after: risk({ rowsBelow: 0, alone: 0, k: 7 }) });
    expect(finding(all).zh).toBe('每个人都和至少 6 人相同（k = 7）。');
  });

  it('says when nothing is left, or nothing points at anybody', () => {
    expect(finding(display({ after: risk({ rows: 0 }) })).en).toBe('No row is left.');
    expect(finding(display({ treated: [column({ class: 'other' })] })).en).toBe(
      'No column tells roughly who somebody is.',
    );
  });
});

describe('privacy as shown', () => {
  it('compares before and after line by line', () => {
    const rows = riskRows(display({ after: risk({ k: 6, diversity: [] }) }), 5, 'zh');
    expect(rows.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['行', '1,000', '1,000'],
      ['最小的组（k）', '1', '6'],
      ['组', '50', '50'],
      ['在不到 5 行的组里', '12.4 %', '12.4 %'],
      ['独自一组', '1.2 %', '1.2 %'],
      ['「收入」每组至少几种（l）', '1', '—'],
      ['「收入」按熵折合几种', '1.00', '—'],
      ['「收入」离整体最远的一组（t）', '0.50', '—'],
    ]);
  });

  it('puts those who point at people first, with the reason and the advice', () => {
    const rows = treatedRows([column({ class: 'other' }), column({})], 'zh');
    expect(rows.map((row) => [row.class, row.reason, row.advised])).toEqual([
      ['quasi', '列名里有「年龄」', '分段'],
      ['other', '列名里有「年龄」', '分段'],
    ]);
  });

  it('shows no small group in a report', () => {
    const shown = face.withhold!(display(), { least: 5, hidden: new Set() })!;
    expect(shown.after.smallest).toEqual([{ values: ['男', ''], rows: 9 }]);
  });
});
