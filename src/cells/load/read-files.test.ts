import { expect, it } from 'vitest';
import { rowsOf, typesOf } from '../../../tests/support/read-text';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import type { TableValue } from '../../core/values';
import { readTable } from '../../table/read/read-table';
import compute from './compute';
import { definition } from './definition';
import type { LoadDisplay } from './display';

type Params = Partial<ReturnType<typeof initialParams<typeof definition.params>>>;

async function load(files: Readonly<Record<string, string>>, params: Params = {}) {
  const names = Object.keys(files);
  const [source, ...more] = names.map((name) => ({ name, columns: [], rows: 0, sha256: name }));
  const readSource: Parameters<typeof compute.run>[2]['readSource'] = ({ name }, options) =>
    readTable({ name, blob: new Blob([files[name]!]) }, options);
  const tools = { ...toolsOf(), source: source!, more, readSource };
  const all = { ...initialParams(definition.params), ...params };
  const { value, display } = await finish(compute.run(all, {}, tools));
  return { table: value as TableValue, report: (display as LoadDisplay).report };
}

it('puts files together by the names of their columns, in order', async () => {
  const files = {
    'jan.csv': 'id,spend,city\n01,12.5,北京\n02,,上海\n03,1,北京\n',
    'feb.csv': 'city,id,spend,vip\n上海,04,7,是\n北京,05,8,否\n',
  };
  const { table, report } = await load(files, { fileColumn: '来源文件' });
  expect(rowsOf(table)).toEqual([
    ['01', '12.5', '北京', null, 'jan.csv'],
    ['02', null, '上海', null, 'jan.csv'],
    ['03', '1', '北京', null, 'jan.csv'],
    ['04', '7', '上海', 'true', 'feb.csv'],
    ['05', '8', '北京', 'false', 'feb.csv'],
  ]);
  expect(report).toMatchObject({
    rowsInFile: 5,
    files: [
      { name: 'jan.csv', rows: 3 },
      { name: 'feb.csv', rows: 2 },
    ],
  });
  expect(report.notes).toContainEqual({
    code: 'file-lacks',
    facts: { file: 'jan.csv', columns: 'vip' },
  });
});

it('reads a column that files disagree on as it was written', async () => {
  const files = {
    'a.csv': `code,x\n${Array.from({ length: 30 }, (_, i) => `${i + 1}.50,1`).join('\n')}`,
    'b.csv': `code,x\n${Array.from({ length: 30 }, (_, i) => `C-${i},1`).join('\n')}`,
  };
  const { table, report } = await load(files);
  expect(typesOf(table)).toEqual(['code:identifier', 'x:number']);
  expect(rowsOf(table)[0]).toEqual(['1.50', '1']);
  expect(report.notes).toContainEqual({
    code: 'type-joined',
    facts: { column: 'code', type: 'identifier' },
  });
});

it('says which file a damaged line is in', async () => {
  const { report } = await load({ 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,b\n1,2\n3\n' });
  expect(report.damaged).toEqual([{ file: 'b.csv', row: 2, reason: 'too-few-values', text: '3' }]);
});

it('draws a sample of all files together, each by its rows', async () => {
  const lines = (count: number) =>
    `n,of\n${Array.from({ length: count }, (_, i) => `${i},${count}.5`).join('\n')}\n`;
  const files = { 'a.csv': lines(300), 'b.csv': lines(100) };
  const { table, report } = await load(files, { sampleRows: 40, sampleSeed: 3 });
  expect(table.rows).toBe(40);
  expect(report.files).toEqual([
    { name: 'a.csv', rows: 30 },
    { name: 'b.csv', rows: 10 },
  ]);
  expect(report.sampled).toEqual({ rows: 40, of: 400, seed: 3 });
});
