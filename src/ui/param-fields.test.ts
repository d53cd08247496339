import { describe, expect, it } from 'vitest';
import { defineCell } from '../core/cell-type';
import { defineText } from '../core/cell-text';
import type { CellDefinition } from '../core/cell-type';
import type { CellText } from '../core/cell-text';
import { choice, flag, integer, number } from '../core/params';
import { fitsSegmented, groupParams, stepOf } from './param-fields';

const words = (text: string) => ({ zh: text, en: text });
const definition = defineCell({
  kind: 'thing',
  version: 1,
  stage: 'model',
  takes: {},
  gives: null,
  params: {
    size: integer({ initial: 4, min: 2, max: 50 }),
    start: choice({ initial: 'near', options: ['near', 'far'] }),
    isQuick: flag({ initial: true }),
    slack: number({ initial: 0.0001, min: 0, max: 1 }),
  },
  firstParams: ['slack', 'size'],
});
const text = defineText(definition, {
  title: words('Thing'),
  summary: words('?'),
  need: words('!'),
  params: {
    size: { label: words('Size') },
    start: { label: words('Start'), options: { near: words('Near'), far: words('Far') } },
    isQuick: { label: words('Quick') },
    slack: { label: words('Slack'), hint: words('small') },
  },
});
const group = (without: string[] = []) =>
  groupParams(definition as unknown as CellDefinition, text as unknown as CellText, { without });

describe('the form of a cell type', () => {
  it('shows the first parameters in their own order and folds the rest', () => {
    const { first, rest } = group();
    expect(first.map((entry) => entry.name)).toEqual(['slack', 'size']);
    expect(rest.map((entry) => entry.name)).toEqual(['start', 'isQuick']);
    expect(rest[0]?.options[1]).toEqual({ value: 'far', label: words('Far') });
  });

  it('leaves out the parameters that are edited elsewhere', () => {
    expect(group(['start', 'size']).rest.map((entry) => entry.name)).toEqual(['isQuick']);
  });

  it('puts few short choices side by side and long ones into a list', () => {
    expect(fitsSegmented(['自动', '对数', '不变'])).toBe(true);
    expect(fitsSegmented(['k-means++', '随机'])).toBe(true);
    expect(fitsSegmented(['自动选择合适的方式', '用对数', '中位数与四分位距'])).toBe(false);
    expect(fitsSegmented(['a', 'b', 'c', 'd', 'e'])).toBe(false);
  });

  it('steps a tolerance by its own order of magnitude', () => {
    expect(stepOf(definition.params.slack, 0.0003)).toBeCloseTo(0.0001, 12);
    expect(stepOf(definition.params.size, 300)).toBe(1);
  });
});
