import { describe, expect, it } from 'vitest';
import type { ColumnProfile, NumberSummary } from '../../table/profile';
import { formatDay, profileRow } from './summarize';

const numbers = (over: Partial<NumberSummary> = {}): NumberSummary => ({
  min: 23,
  max: 55657,
  mean: 1317,
  deviation: 2000,
  skewness: 3,
  quantiles: [23, 40, 200, 518, 900, 4000, 20000],
  zeros: 0,
  negatives: 0,
  isWhole: true,
  histogram: { scale: 'log', from: 23, to: 55657, counts: [1, 4, 2] },
  ...over,
});
const column = (over: Partial<ColumnProfile> = {}): ColumnProfile => ({
  column: { id: 'c0', name: '消费', type: 'number', unit: '元' },
  missing: 0,
  distinct: 4000,
  numbers: numbers(),
  top: [],
  ...over,
});

describe('a row of the profile', () => {
  it('says the log axis in words and groups whole numbers', () => {
    const row = profileRow(column(), 1000, 'zh');
    expect(row.note).toBe('右偏，图为对数刻度');
    expect(row.range).toEqual({ min: '23', median: '518', max: '55,657' });
    expect(row.picture).toBe('直方图，3 格，对数刻度');
    expect(profileRow(column(), 1000, 'en').note).toBe('Right-skewed, log axis');
  });

  it('marks a column that misses more than one value in a hundred', () => {
    expect(profileRow(column({ missing: 10 }), 1000, 'zh').isOftenMissing).toBe(false);
    const row = profileRow(column({ missing: 21 }), 1000, 'en');
    expect([row.missing, row.isOftenMissing]).toEqual(['2.1%', true]);
  });

  it('never shows some missing values as none', () => {
    expect(profileRow(column({ missing: 1 }), 1e6, 'en').missing).toBe('< 0.1%');
  });

  it('shares the decimals of least, middle and greatest', () => {
    const values = numbers({
      isWhole: false,
      min: 0,
      max: 177.71,
      quantiles: [0, 0, 1, 5.61, 9, 9, 9],
    });
    expect(profileRow(column({ numbers: values }), 10, 'en').range).toEqual({
      min: '0.0',
      median: '5.6',
      max: '177.7',
    });
  });

  it('shows the middle of two whole numbers with its half', () => {
    const values = numbers({ quantiles: [1, 1, 2, 2.5, 3, 4, 4] });
    expect(profileRow(column({ numbers: values }), 10, 'en').range?.median).toBe('2.5');
  });

  it('shows the most frequent values of a category', () => {
    const city = column({
      column: { id: 'c1', name: '城市', type: 'category' },
      numbers: null,
      distinct: 12,
      top: ['北京', '上海', '广州', '深圳'].map((value, i) => ({ value, count: 40 - 10 * i })),
    });
    const row = profileRow(city, 100, 'zh');
    expect(row.top).toBe('北京 40.0 % · 上海 30.0 % · 广州 20.0 % · 另 9 种');
    expect([row.range, row.note]).toEqual([null, '12 种取值']);
  });

  it('lists no values where even the most frequent is rare', () => {
    const ids = column({
      column: { id: 'c1', name: 'ID', type: 'identifier' },
      numbers: null,
      distinct: 2240,
      top: ['5524', '2174'].map((value) => ({ value, count: 1 })),
    });
    const row = profileRow(ids, 2240, 'en');
    expect([row.top, row.counts, row.note]).toEqual(['', [], 'Different in every row']);
  });

  it('does not group the digits of years', () => {
    const years = numbers({ min: 1893, max: 1996, quantiles: [0, 0, 0, 1970, 0, 0, 0] });
    const born = column({
      column: { id: 'c0', name: 'Year_Birth', type: 'number' },
      numbers: years,
    });
    expect(profileRow(born, 10, 'en').range).toEqual({ min: '1893', median: '1970', max: '1996' });
  });

  it('says when nothing is present, and when every value is the same', () => {
    const empty = column({ numbers: null, missing: 5, distinct: 0 });
    expect(profileRow(empty, 5, 'en').note).toBe('All values are missing');
    expect(profileRow(column({ distinct: 1 }), 5, 'zh').note).toBe('所有值都相同');
  });

  it('shows dates as days', () => {
    expect(formatDay(Date.UTC(2026, 8, 30))).toBe('2026-09-30');
    expect(formatDay(Number.NaN)).toBe('—');
  });
});
