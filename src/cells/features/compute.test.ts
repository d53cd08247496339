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
    expect(display.features.map(({ name }) => name)).toEqual(['spend', 'visits']);
    expect(display.leftOut).toEqual([
      { column: 'customer id', reason: 'identifier' },
      { column: 'country code', reason: 'constant' },
      { column: 'city', reason: 'category' },
    ]);
  });

  it('takes the columns that were chosen, in their order, once', async () => {
    const { display } = await run(customers, { columns: ['city', 'visits', 'city'] });
    expect(display.features.map(({ name }) => name)).toEqual([
      'city = 上海',
      'city = 北京',
      'city = —',
      'visits',
    ]);
    expect(display.leftOut).toEqual([
      { column: 'customer id', reason: 'identifier' },
      { column: 'spend', reason: 'not-chosen' },
      { column: 'country code', reason: 'constant' },
    ]);
  });

  it('says how many missing values were filled', async () => {
    const { display } = await run(customers);
    expect(display.features.map(({ filled }) => filled)).toEqual([1, 0]);
  });

  it('lets a single column follow rules of its own', async () => {
    const { display } = await run(customers, {
      columns: ['spend', 'visits'],
      transform: 'none',
      custom: [{ column: 'spend', transform: 'log', scale: 'none', missing: 'mean' }],
    });
    expect(display.features.map(({ steps }) => steps.map(({ kind }) => kind))).toEqual([
      ['fill', 'log'],
      ['standard'],
    ]);
  });

  it('leaves out a chosen column without any variation rather than fail', async () => {
    const { display } = await run(customers, { columns: ['visits', 'country code'] });
    expect(display.features.map(({ name }) => name)).toEqual(['visits']);
    expect(display.leftOut[0]).toEqual({ column: 'country code', reason: 'constant' });
  });

  it('counts every row in the histogram of a feature', async () => {
    const { display } = await run(customers);
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    expect(display.features.map(({ after }) => total(after.counts))).toEqual([4, 4]);
    expect(display.features.map(({ before }) => total(before?.counts ?? []))).toEqual([3, 4]);
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
