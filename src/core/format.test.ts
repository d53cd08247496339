import { describe, expect, it } from 'vitest';
import {
  capitalize,
  countAfterHan,
  countWord,
  formatCount,
  formatNumber,
  formatError,
  formatPercent,
  isYearColumn,
  sharedDecimals,
} from './format';

describe('formatCount', () => {
  it('groups digits by three', () => {
    expect([0, 7, 999, 1000, 118481, 1048213].map(formatCount)).toEqual([
      '0',
      '7',
      '999',
      '1,000',
      '118,481',
      '1,048,213',
    ]);
  });

  it('writes a true minus sign and never a negative zero', () => {
    expect([formatCount(-1234), formatCount(-0.2), formatCount(-0)]).toEqual(['−1,234', '0', '0']);
  });

  it('shows a dash for what is not a number', () => {
    expect([formatCount(NaN), formatNumber(Infinity), formatPercent(NaN, 'en')]).toEqual([
      '—',
      '—',
      '—',
    ]);
  });
});

describe('formatNumber', () => {
  it('keeps about three digits that matter when no decimals are asked for', () => {
    expect([1317.4, 41.27, 6.842, 0.447, 0.00212, 12, -0.5, 0].map((x) => formatNumber(x))).toEqual(
      ['1,317', '41.3', '6.84', '0.447', '0.0021', '12', '−0.500', '0'],
    );
  });

  it('keeps the decimals asked for', () => {
    expect([formatNumber(1234567.891, 2), formatNumber(-0.0004, 2), formatNumber(3, 3)]).toEqual([
      '1,234,567.89',
      '0.00',
      '3.000',
    ]);
  });

  it('writes what digits cannot show in exponential form', () => {
    expect(formatNumber(-4.6728687258e23, 2)).toBe('−4.67e+23');
    expect([3.41e-15, -3.41e-15, 0].map((x) => formatNumber(x, 12))).toEqual([
      '3.41e−15',
      '−3.41e−15',
      '0.000000000000',
    ]);
    expect(formatNumber(2.5e-14)).toBe('2.50e−14');
    expect(formatNumber(0.0000004)).toBe('0.00000040');
  });
});

describe('formatError', () => {
  it('calls no error zero that is only small', () => {
    expect([0.0204, 0.0005, 0.0004].map((error) => formatError(error, 3))).toEqual([
      '0.020',
      '0.001',
      '< 0.001',
    ]);
  });
});

describe('formatPercent', () => {
  it('puts a space before the sign in Chinese only', () => {
    expect([formatPercent(0.303, 'zh'), formatPercent(0.303, 'en')]).toEqual(['30.3 %', '30.3%']);
    expect(formatPercent(0.12345, 'en', 2)).toBe('12.35%');
  });
});

describe('countWord', () => {
  it('uses words up to twelve and digits above', () => {
    expect([`${countWord(2, 'zh')}个`, `${countWord(15, 'zh')}个`]).toEqual(['两个', '15 个']);
    expect([countWord(4, 'en'), countWord(1300, 'en')]).toEqual(['four', '1,300']);
    expect([2, 22].map((count) => `其中${countAfterHan(count)}个`)).toEqual([
      '其中两个',
      '其中 22 个',
    ]);
    expect(capitalize(countWord(4, 'en'))).toBe('Four');
  });
});

describe('sharedDecimals', () => {
  it('takes the typical size of the figures', () => {
    expect(sharedDecimals([6744.2, 1151.9, 398.5, 369.1])).toBe(0);
    expect(sharedDecimals([19.4, 11.8, 2.31, 1.9])).toBe(1);
    expect(sharedDecimals([0.447, 0.51])).toBe(2);
  });

  it('never rounds a small figure to zero beside a large one', () => {
    expect(sharedDecimals([6744.2, 4000.5, 0.3])).toBe(1);
    expect(sharedDecimals([12.5, 11.5, 0.004])).toBe(3);
  });

  it('has none for whole numbers, for nothing and for missing', () => {
    expect(sharedDecimals([3, 4, 0])).toBe(0);
    expect(sharedDecimals([null, Number.NaN])).toBe(0);
    expect(sharedDecimals([])).toBe(0);
  });
});

describe('isYearColumn', () => {
  it('knows years by name and size together', () => {
    expect(isYearColumn('Year_Birth', [1893, 1996])).toBe(true);
    expect(isYearColumn('出生年份', [1970, null])).toBe(true);
    expect(isYearColumn('YearlySpend', [1970, 90000])).toBe(false);
    expect(isYearColumn('spend', [1970])).toBe(false);
    expect(isYearColumn('Year', [null])).toBe(false);
  });
});
