import { describe, expect, it } from 'vitest';
import { rowsOf, typesOf } from '../../../tests/support/read-text';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import { categoryColumn, createTable, dateColumn, numberColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { DeriveDisplay } from './display';

const table = createTable([
  numberColumn('spend', Float64Array.of(10, 0, NaN, 8), '¥'),
  numberColumn('orders', Float64Array.of(2, 0, 1, 4)),
  categoryColumn('city', Int32Array.of(0, 1, 0, -1), ['北京', '上海']),
  dateColumn('day', Float64Array.of(0, 86_400_000, NaN, 0)),
]);

async function run(saved: JsonObject) {
  const params = parseParams(definition.params, saved);
  const { value, display } = await finish(compute.run(params, { table }, toolsOf()));
  if (value?.kind !== 'table') throw new Error('gives a table');
  return { value, display: display as DeriveDisplay };
}

const columns = (...pairs: [string, string][]) =>
  pairs.map(([name, formula]) => ({ name, formula }));

describe('derive', () => {
  it('passes the table on as it is while nothing is written', async () => {
    const { value, display } = await run({ columns: columns(['x', '  ']) });
    expect(rowsOf(value)).toEqual(rowsOf(table));
    expect(display).toMatchObject({ rows: 4, rowsBefore: 4, derived: [], filter: null });
  });

  it('adds columns in order, of which later ones may use earlier ones', async () => {
    const { value, display } = await run({
      columns: columns(['basket', 'spend / orders'], ['', 'basket * 2'], ['spend', 'round(spend)']),
    });
    expect(typesOf(value)).toEqual([
      'spend:number ¥',
      'orders:number',
      'city:category',
      'day:date',
      'basket:number',
      'basket * 2:number',
    ]);
    expect(rowsOf(value).map((row) => row.slice(4))).toEqual([
      ['5', '10'],
      [null, null],
      [null, null],
      ['2', '4'],
    ]);
    expect(display.derived.map(({ isReplacing }) => isReplacing)).toEqual([false, false, true]);
    expect(display.derived[0]!.causes).toEqual([
      { reason: 'divided-by-zero', name: '/', rows: 1 },
      { reason: 'column', name: 'spend', rows: 1 },
    ]);
  });

  it('keeps the rows for which the filter is true, and says where it was open', async () => {
    const { value, display } = await run({
      columns: columns(['basket', 'spend / orders']),
      filter: 'basket > 3',
    });
    expect(rowsOf(value)).toEqual([['10', '2', '北京', '1970-01-01', '5']]);
    expect(display).toMatchObject({ rows: 1, rowsBefore: 4, filter: { missing: 2 } });
    expect(display.preview.columns.map(({ name }) => name)).toEqual(['spend', 'orders', 'basket']);
  });

  it('may keep no row', async () => {
    const { value, display } = await run({ filter: 'spend > 1000' });
    expect([value.rows, display.preview.rows]).toEqual([0, []]);
  });

  it('takes the day of today() from its settings', async () => {
    const age = columns(['age', 'days_between(day, today())']);
    const { value } = await run({ columns: age, reference: '1970-01-03' });
    expect(rowsOf(value).map((row) => row.at(-1))).toEqual(['2', '1', null, '2']);
    await expect(run({ columns: age })).rejects.toMatchObject({
      code: 'formula-invalid',
      facts: { column: 'age', reason: 'reference-missing', position: 18, length: 5 },
    });
    await expect(run({ reference: 'soon' })).rejects.toMatchObject({ code: 'param-invalid' });
  });

  it('fails under the letters that are wrong', async () => {
    await expect(run({ columns: columns(['x', 'spend + citty']) })).rejects.toMatchObject({
      facts: { reason: 'column-unknown', position: 8, length: 5, near: 'city' },
    });
    await expect(run({ filter: 'spend' })).rejects.toMatchObject({
      facts: { column: '', reason: 'not-a-condition', found: 'number' },
    });
  });

  it('refuses formulas that are none', () => {
    expect(() => parseParams(definition.params, { columns: [{ name: 'x' }] })).toThrow();
    expect(() => parseParams(definition.params, { columns: 'spend' })).toThrow();
  });
});
