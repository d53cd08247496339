import { expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { createTable, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import type { ProfileDisplay } from './display';

it('shows every column and passes nothing on', async () => {
  const table = createTable([
    numberColumn('spend', Float64Array.of(1, Number.NaN, 3)),
    textColumn('name', ['甲', '乙', null]),
  ]);
  const { value, display } = await finish(compute.run({}, { table }, toolsOf()));
  const { rows, columns } = display as ProfileDisplay;
  expect(value).toBeNull();
  expect(rows).toBe(3);
  expect(columns.map(({ column, missing }) => [column.name, missing])).toEqual([
    ['spend', 1],
    ['name', 1],
  ]);
});
