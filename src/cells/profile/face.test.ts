import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../core/values';
import type { Alert } from '../../table/profile/alert';
import type { ProfileDisplay } from './display';
import { face } from './face';

function displayOf(
  rows: number,
  columns: readonly (readonly [name: string, type: ColumnType, missing: number])[],
): ProfileDisplay {
  const parts = { completeness: 1, uniqueness: 1, validity: 1, consistency: 1, content: 1 };
  return {
    rows,
    alerts: [],
    moreAlerts: 0,
    quality: { score: 100, parts },
    correlated: { rows, strong: 0 },
    columns: columns.map(([name, type, missing], i) => ({
      column: { id: `c${i}`, name, type },
      missing,
      distinct: 2,
      numbers: null,
      top: [],
    })),
  };
}

const finding = (display: ProfileDisplay) => face.finding(display, { asOf: '' }, []);

const alert = (over: Partial<Alert>): Alert => ({
  kind: 'duplicate-rows',
  severity: 'high',
  columns: [],
  count: 12,
  of: 1000,
  examples: [],
  ...over,
});

describe('the headline of a profile', () => {
  it('says what to deal with first, two of them at most', () => {
    const examples = [{ value: '999', count: 34 }];
    const standIn = alert({ kind: 'stand-in-numbers', columns: ['年龄'], count: 34, examples });
    const display = { ...displayOf(1000, [['年龄', 'number', 0]]), alerts: [alert({}), standIn] };
    expect(finding(display)).toEqual({
      zh: '两处要先处理：12 行与前面某行完全相同（1.2 %）；「年龄」有 34 个离其余很远的数，像是代替「不知道」。',
      en: 'Two things to deal with first: 12 rows are the same as an earlier one in every column (1.2%); 年龄 has 34 numbers far from all others that may stand for "unknown".',
    });
    const four = { ...display, alerts: [alert({}), alert({ count: 1 }), standIn, alert({})] };
    expect(finding(four).zh).toMatch(/^四处要先处理：.+；另有 2 处。$/);
    const low = { ...display, alerts: [alert({ severity: 'low' })] };
    expect(finding(low).zh).toBe('1,000 行，1 个数值列；没有缺失。');
  });

  it('names the only column with more than one percent missing', () => {
    const display = displayOf(1_048_213, [
      ['消费', 'number', 10],
      ['月访问', 'number', 52_410],
      ['城市', 'category', 0],
    ]);
    expect(finding(display)).toEqual({
      zh: '1,048,213 行，2 个数值列；只有「月访问」缺失超过 1 %。',
      en: '1,048,213 rows, 2 number columns; only 月访问 misses more than 1%.',
    });
  });

  it('counts several such columns and names the worst with its share', () => {
    const display = displayOf(1000, [
      ['a', 'number', 20],
      ['b', 'text', 234],
      ['c', 'number', 10],
    ]);
    expect(finding(display)).toEqual({
      zh: '1,000 行，2 个数值列；两列缺失超过 1 %，最多的是「b」（23.4 %）。',
      en: '1,000 rows, 2 number columns; two columns miss more than 1%, most of all b (23.4%).',
    });
  });

  it('names no worst column where several are', () => {
    const display = displayOf(50, [
      ['a', 'number', 5],
      ['b', 'number', 5],
    ]);
    expect(finding(display)).toEqual({
      zh: '50 行，2 个数值列；两列缺失超过 1 %，最多的缺 10.0 %。',
      en: '50 rows, 2 number columns; two columns miss more than 1%, at most 10.0%.',
    });
  });

  it('says that nothing is missing only when no value is', () => {
    expect(finding(displayOf(1000, [['a', 'number', 0]])).zh).toBe(
      '1,000 行，1 个数值列；没有缺失。',
    );
    expect(finding(displayOf(1000, [['a', 'number', 10]])).zh).toBe(
      '1,000 行，1 个数值列；每列缺失都不超过 1 %。',
    );
  });

  it('puts empty columns first, and tables without numbers into words', () => {
    expect(finding(displayOf(1, [['a', 'text', 1]]))).toEqual({
      zh: '1 行，没有数值列；「a」整列缺失。',
      en: '1 row, no number column; a has no values at all.',
    });
    const two = displayOf(5, [
      ['a', 'text', 5],
      ['b', 'number', 5],
    ]);
    expect(finding(two).en).toBe('5 rows, 1 number column; two columns have no values at all.');
  });
});

describe('a profile in a report', () => {
  it('counts what few rows have, and does not show it', () => {
    const few = [
      { value: '张三', count: 1 },
      { value: '北京', count: 90 },
    ];
    const display = {
      ...displayOf(100, [['a', 'text', 0]]),
      alerts: [alert({ kind: 'variants', examples: few, spellings: [{ to: '北京', from: few }] })],
    };
    const shown = face.withhold!(display, { least: 5, hidden: new Set() })!;
    expect(shown.alerts[0]).toMatchObject({
      count: 12,
      examples: [few[1]],
      spellings: [{ to: '北京', from: [few[1]] }],
    });
  });
});
