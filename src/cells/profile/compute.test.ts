import { expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { createTable, dateColumn, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import type { ProfileDisplay } from './display';

it('shows every column and passes nothing on', async () => {
  const table = createTable([
    numberColumn('spend', Float64Array.of(1, Number.NaN, 3)),
    textColumn('name', ['甲', '乙', null]),
  ]);
  const { value, display } = await finish(compute.run({ asOf: '' }, { table }, toolsOf()));
  const { rows, columns } = display as ProfileDisplay;
  expect(value).toBeNull();
  expect(rows).toBe(3);
  expect(columns.map(({ column, missing }) => [column.name, missing])).toEqual([
    ['spend', 1],
    ['name', 1],
  ]);
});

it('finds dates after the day that is today, and refuses what is no day', async () => {
  const days = Float64Array.from({ length: 30 }, (_, i) => Date.UTC(2026, 8, i + 1));
  const table = createTable([dateColumn('joined', days)]);
  const run = (asOf: string) => finish(compute.run({ asOf }, { table }, toolsOf()));
  const { display } = await run('2026-09-28');
  expect((display as ProfileDisplay).alerts).toMatchObject([
    { kind: 'future-dates', columns: ['joined'], count: 2, of: 30 },
  ]);
  await expect(run('soon')).rejects.toMatchObject({ code: 'param-invalid' });
});
