import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../core/values';
import type { ProfileDisplay } from './display';
import { face } from './face';

function displayOf(
  rows: number,
  columns: readonly (readonly [name: string, type: ColumnType, missing: number])[],
): ProfileDisplay {
  return {
    rows,
    columns: columns.map(([name, type, missing], i) => ({
      column: { id: `c${i}`, name, type },
      missing,
      distinct: 2,
      numbers: null,
      top: [],
    })),
  };
}

const finding = (display: ProfileDisplay) => face.finding(display, {}, []);

describe('the headline of a profile', () => {
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
