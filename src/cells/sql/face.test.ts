import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { definition } from './definition';
import type { SqlDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);
const displayOf = (part: Partial<SqlDisplay> = {}): SqlDisplay => ({
  isPassedOn: false,
  rows: 1,
  columns: [{ id: 'c0', name: 'n', type: 'number' }],
  preview: [['1']],
  tables: [{ name: 'orders', rows: 1200 }],
  notFinite: 0,
  ...part,
});

describe('the face of sql', () => {
  it('counts what came of the query', () => {
    expect(face.finding(displayOf(), params, [])).toEqual({
      zh: '查询得到 1 行、1 列。',
      en: 'The query gives 1 row and one column.',
    });
  });

  it('says that there is no query yet, or no answer', () => {
    expect(face.finding(displayOf({ isPassedOn: true }), params, []).zh).toContain('orders');
    expect(face.finding(displayOf({ rows: 0, preview: [] }), params, []).en).toBe(
      'No row answers the query.',
    );
  });

  it('names the tables, what is shown of the rows, and what is missing', () => {
    const display = displayOf({ rows: 5000, notFinite: 2 });
    expect(face.sourceLine(display, params)).toEqual({
      zh: 'orders 1,200 行 · 显示前 1 行，全部 5,000 行往下流 · 2 个无穷大或不是数的值算作缺失',
      en: 'orders: 1,200 rows · the first 1 rows shown, all 5,000 flow on · 2 infinite or undefined values are missing',
    });
  });

  it('keeps single rows out of reports', () => {
    expect(face.withhold?.(displayOf(), { least: 1, hidden: new Set() })?.preview).toEqual([]);
  });
});
