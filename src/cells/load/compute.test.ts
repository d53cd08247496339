import { expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import { Problem } from '../../core/problem';
import { readTable } from '../../table/read/read-table';
import compute from './compute';
import { definition } from './definition';
import type { LoadDisplay } from './display';

const source = { name: 'shop.csv', columns: [], rows: 0, sha256: 'f'.repeat(64) };

it('shows the first eight rows as text, missing ones as null', async () => {
  const lines = Array.from({ length: 20 }, (_, i) => `${i},${i % 2 === 0 ? '￥3.5' : ''}`);
  const blob = new Blob([['n,spend', ...lines].join('\n')]);
  const tools = {
    ...toolsOf(),
    source,
    readSource: ({ name }: { name: string }, options: Parameters<typeof readTable>[1]) =>
      readTable({ name, blob }, options),
  };
  const { value, display } = await finish(
    compute.run({ ...initialParams(definition.params), source: 'shop.csv' }, {}, tools),
  );
  const { preview, columns, report } = display as LoadDisplay;
  expect(value).toMatchObject({ kind: 'table', rows: 20 });
  expect(preview).toHaveLength(8);
  expect(preview.slice(0, 2)).toEqual([
    ['0', '3.5'],
    ['1', null],
  ]);
  expect(columns.map(({ unit }) => unit)).toEqual([undefined, '¥']);
  expect(report.rowsRead).toBe(20);
});

it('ends in source-missing when the notebook has no such source', async () => {
  const job = compute.run(initialParams(definition.params), {}, toolsOf());
  await expect(finish(job)).rejects.toBeInstanceOf(Problem);
});
