import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { Tools } from '../../core/cell-compute';
import type { TableValue } from '../../core/values';
import { categoryColumn, createTable, numberColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { FeaturesDisplay } from './display';

const numbers = (name: string, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values));

// Preparing features asks nothing of the world.
const tools = {} as Tools;

async function run(table: TableValue, saved: JsonObject = {}) {
  const params = parseParams(definition.params, saved);
  const { value, display } = await finish(compute.run(params, { table }, tools));
  return { value, display: display as FeaturesDisplay };
}

const names = ({ columns }: FeaturesDisplay) =>
  columns.flatMap(({ parts }) => parts.map(({ name }) => name));

const customers = createTable([
  numbers('customer id', 11, 27, 13, 99),
  numbers('spend', 10, 20, NaN, 5000),
  numbers('visits', 1, 2, 3, 4),
  numbers('country code', 86, 86, 86, 86),
  categoryColumn('city', Int32Array.of(0, 1, 1, -1), ['北京', '上海']),
]);

describe('features', () => {
  it('chooses the columns that measure something and says why the others stay out', async () => {
    const { display } = await run(customers);
    expect(names(display)).toEqual(['spend', 'visits']);
    expect(display.leftOut).toEqual([
      { column: 'customer id', reason: 'identifier' },
      { column: 'country code', reason: 'constant' },
      { column: 'city', reason: 'category' },
    ]);
  });

  it('takes the columns that were chosen, in their order, once', async () => {
    const { display } = await run(customers, { columns: ['city', 'visits', 'city'] });
    expect(names(display)).toEqual(['city = 上海', 'city = 北京', 'city = —', 'visits']);
    expect(display.leftOut).toEqual([
      { column: 'customer id', reason: 'identifier' },
      { column: 'spend', reason: 'not-chosen' },
      { column: 'country code', reason: 'constant' },
    ]);
  });

  it('says how many missing values were filled', async () => {
    const { display } = await run(customers);
    expect(display.columns.map(({ missing }) => missing)).toEqual([1, 0]);
  });

  it('lets a single column follow rules of its own', async () => {
    const { display } = await run(customers, {
      columns: ['spend', 'visits'],
      transform: 'none',
      custom: [{ column: 'spend', transform: 'log', scale: 'none', missing: 'mean' }],
    });
    expect(display.columns.map(({ steps }) => steps.map(({ kind }) => kind))).toEqual([
      ['fill', 'log'],
      ['standard'],
    ]);
  });

  it('leaves out a chosen column without any variation rather than fail', async () => {
    const { display } = await run(customers, { columns: ['visits', 'country code'] });
    expect(names(display)).toEqual(['visits']);
    expect(display.leftOut[0]).toEqual({ column: 'country code', reason: 'constant' });
  });

  it('counts every row in the histogram of a feature', async () => {
    const { display } = await run(customers);
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    expect(display.columns.map(({ after }) => total(after?.counts ?? []))).toEqual([4, 4]);
    expect(display.columns.map(({ before }) => total(before?.counts ?? []))).toEqual([3, 4]);
  });

  it('shares the squared distance out among the columns, weights and all', async () => {
    const plain = await run(customers, { columns: ['visits', 'city'], transform: 'none' });
    const [visits, city] = plain.display.columns.map(({ share }) => share);
    // Standardized: variance 1. City: 上海 in two rows of four, 北京 and — in one each.
    expect(visits).toBeCloseTo(1 / (1 + 0.25 + 3 / 16 + 3 / 16), 6);
    expect(visits! + city!).toBeCloseTo(1, 12);
    const custom = [{ column: 'city', weight: 2 }];
    const heavy = await run(customers, { columns: ['visits', 'city'], transform: 'none', custom });
    expect(heavy.display.columns[1]?.share).toBeCloseTo((2 * 0.625) / (1 + 2 * 0.625), 6);
  });

  it('suggests what a skewed column asks for, and nothing where it was done', async () => {
    const skewed = Array.from({ length: 200 }, (_, i) => Math.exp(i / 20));
    const table = createTable([numbers('spend', ...skewed), numbers('visits', ...skewed.keys())]);
    const none = { columns: ['spend', 'visits'], transform: 'none' };
    const { display } = await run(table, none);
    expect(display.columns.map(({ suggestion }) => suggestion?.kind ?? null)).toEqual([
      'treatment',
      null,
    ]);
    expect(display.columns[0]?.suggestion).toMatchObject({ transform: 'log' });
    const done = await run(table, { ...none, custom: [{ column: 'spend', transform: 'log' }] });
    expect(done.display.columns[0]?.suggestion).toBeNull();
  });

  it('refuses a combination with what is no number', async () => {
    const interactions = [{ a: 'visits', b: 'city', operation: 'ratio' }];
    await expect(run(customers, { interactions })).rejects.toMatchObject({
      code: 'interaction-not-numbers',
    });
  });

  it('reads what version 1 wrote as version 1 did', () => {
    expect(definition.migrate?.({ missing: 'drop' }, 1)).toEqual({
      missing: 'drop',
      missingLevels: 'drop',
      dates: 'number',
    });
    expect(definition.migrate?.({}, 1)).toEqual({ missingLevels: 'own', dates: 'number' });
  });

  it.each([
    ['no-features', createTable([categoryColumn('city', Int32Array.of(0, 1), ['a', 'b'])]), {}],
    ['too-few-rows', createTable([numbers('spend', 1)]), {}],
    ['column-missing', customers, { columns: ['gone'] }],
    ['feature-constant', customers, { columns: ['country code'] }],
    ['feature-all-missing', createTable([numbers('spend', NaN, NaN)]), { columns: ['spend'] }],
  ])('fails with %s where nothing can be prepared', async (code, table, saved) => {
    await expect(run(table, saved)).rejects.toMatchObject({ code });
  });

  it('refuses rules for single columns that it does not know', () => {
    const custom = [{ column: 'spend', transform: 'square' }];
    expect(() => parseParams(definition.params, { custom })).toThrow('param-invalid');
  });
});
