import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { DerivedColumn, DeriveDisplay } from './display';
import { face } from './face';

function column(part: Partial<DerivedColumn> = {}): DerivedColumn {
  const shown = { histogram: null, top: [], distinct: 0, causes: [] };
  return {
    name: 'x',
    formula: '1',
    type: 'number',
    isReplacing: false,
    missing: 0,
    ...shown,
    ...part,
  };
}

function displayOf(part: Partial<DeriveDisplay>): DeriveDisplay {
  const preview = { columns: [], rows: [['secret']] };
  return {
    rows: 20_000,
    rowsBefore: 20_000,
    columns: [],
    filter: null,
    derived: [],
    preview,
    ...part,
  };
}

const params = initialParams(definition.params);
const finding = (part: Partial<DeriveDisplay>) => face.finding(displayOf(part), params, []);
const filter = { formula: 'x > 1', missing: 0 };

describe('the finding of derive', () => {
  it('counts what was added and what is left', () => {
    const derived = [column(), column(), column()];
    expect(finding({ derived, filter, rows: 12_431 })).toEqual({
      zh: '新增三列，留下 12,431 / 20,000 行。',
      en: 'Three columns added; 12,431 of 20,000 rows kept.',
    });
  });

  it('tells replaced columns from added ones', () => {
    expect(finding({ derived: [column(), column({ isReplacing: true })] })).toEqual({
      zh: '新增一列，改写一列。',
      en: 'One column added, one column replaced.',
    });
  });

  it('says when a filter keeps all rows, or none', () => {
    expect(finding({ filter }).zh).toBe('20,000 行全部留下。');
    expect(finding({ filter, rows: 0 }).en).toBe('None of 20,000 rows kept.');
  });

  it('says when nothing is written yet', () => {
    expect(finding({}).zh).toBe('20,000 行原样通过，还没有公式。');
    expect(finding({ rows: 1, rowsBefore: 1 }).en).toBe('1 row passes unchanged: no formula yet.');
  });
});

it('holds rows and rare values back from reports', () => {
  const top = [
    { value: 'many', count: 10 },
    { value: 'few', count: 2 },
  ];
  const hidden = { least: 5, hidden: new Set<number>() };
  const kept = face.withhold!(displayOf({ derived: [column({ top })] }), hidden);
  expect(kept?.preview.rows).toEqual([]);
  expect(kept?.derived[0]?.top).toEqual([top[0]]);
});

it('tells in the source line what is missing', () => {
  const display = displayOf({
    derived: [column({ missing: 3 })],
    filter: { ...filter, missing: 7 },
  });
  expect(face.sourceLine(display, params)).toEqual({
    zh: '得到的表 20,000 × 0 · 新列里 3 个值缺失 · 7 行算不出真假，没有留下',
    en: 'Table of 20,000 × 0 · 3 missing in new columns · 7 rows neither true nor false, not kept',
  });
});
