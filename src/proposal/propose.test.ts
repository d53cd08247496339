import { describe, expect, it } from 'vitest';
import { cellOf, type Notebook } from '../core/notebook';
import { finish } from '../core/job';
import { createRandom } from '../core/random';
import type { TableValue } from '../core/values';
import { createLocalShards } from '../kernels/local-shards';
import { createReferenceKernels } from '../kernels/reference';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../table/create-table';
import { proposeNotebook, titleOf, type ProposalTools } from './propose';
import { sampleTable } from './sample-table';
import { chooseClusters } from './suggest-clusters';

const tools: ProposalTools = {
  language: 'zh',
  createShards: async (matrix) => createLocalShards(matrix, createReferenceKernels()),
};

const propose = (table: TableValue, name = '顾客.csv'): Promise<Notebook> =>
  finish(proposeNotebook(table, { name, sha256: 'abc' }, tools));

const numbers = (name: string, values: Iterable<number>) =>
  numberColumn(name, Float64Array.from(values));
const repeat = (value: (row: number) => number, rows: number) =>
  Array.from({ length: rows }, (_, row) => value(row));

const CENTERS = [
  [0, 0, 0],
  [1, 1, 1],
  [2, 0, 1],
  [0, 2, 2],
  [2, 2, 0],
  [1, 0, 2],
  [2, 2, 2],
] as const;

/** Round clouds far apart, of equal size, told apart by every column. */
function blobs(clusters: number, rows: number): TableValue {
  const random = createRandom(3, 'blobs', clusters);
  const bell = () => random.next() + random.next() + random.next() - 1.5;
  const column = (j: 0 | 1 | 2) => repeat((row) => 12 * CENTERS[row % clusters]![j] + bell(), rows);
  return createTable([numbers('x', column(0)), numbers('y', column(1)), numbers('z', column(2))]);
}

describe('the proposed notebook', () => {
  it('goes from the file to the scatter plot, every step connected', async () => {
    const notebook = await propose(blobs(3, 90));
    expect(notebook).toMatchObject({ title: '顾客', language: 'zh', seed: 1 });
    expect(notebook.sources).toEqual([
      { name: '顾客.csv', sha256: 'abc', columns: ['x', 'y', 'z'], rows: 90 },
    ]);
    expect(notebook.cells.map(({ id, inputs }) => [id, inputs])).toEqual([
      ['load', {}],
      ['profile', { table: 'load' }],
      ['features', { table: 'load' }],
      ['cluster', { points: 'features' }],
      ['evaluate', { points: 'features', clustering: 'cluster' }],
      ['segments', { table: 'load', points: 'features', clustering: 'cluster' }],
      ['persona', { table: 'load', points: 'features', clustering: 'cluster' }],
      ['scatter', { points: 'features', clustering: 'cluster' }],
    ]);
    expect(cellOf(notebook, 'load')?.params).toEqual({ source: '顾客.csv' });
  });

  it('makes customers of orders first, and groups these', async () => {
    const rows = 400;
    const customers = repeat((row) => row % 60, rows);
    const days = repeat((row) => (row % 60 < 20 ? row : (row * 7) % 90), rows);
    const orders = createTable([
      textColumn(
        '会员号',
        customers.map((customer) => `00${customer}`),
        'identifier',
      ),
      dateColumn(
        '下单时间',
        Float64Array.from(days, (day) => day * 86_400_000),
      ),
      numbers(
        '实付金额',
        customers.map((customer) => 10 + customer * 3.5),
      ),
    ]);
    const notebook = await propose(orders, '订单.csv');
    expect(notebook.title).toBe('订单 · RFM 客户分群');
    expect(notebook.cells.map(({ id, inputs }) => [id, inputs.table])).toEqual([
      ['load', undefined],
      ['profile', 'load'],
      ['rfm', 'load'],
      ['features', 'rfm'],
      ['cluster', undefined],
      ['evaluate', undefined],
      ['segments', 'rfm'],
      ['persona', 'rfm'],
      ['scatter', undefined],
    ]);
    expect(cellOf(notebook, 'rfm')?.params).toEqual({
      customer: '会员号',
      date: '下单时间',
      amount: '实付金额',
    });
    expect(cellOf(notebook, 'features')?.params).toEqual({
      columns: ['最近购买距今天数', '购买次数', '消费金额'],
    });
  });

  it('leaves a table of customers as it is, though it has a date and an amount', async () => {
    const ids = repeat((row) => row, 90);
    const notebook = await propose(
      createTable([
        textColumn(
          '会员号',
          ids.map((id) => `00${id}`),
          'identifier',
        ),
        dateColumn(
          '最近下单日期',
          Float64Array.from(ids, (id) => id * 86_400_000),
        ),
        numbers(
          '消费金额',
          ids.map((id) => (id % 7) * 10.5),
        ),
      ]),
    );
    expect(cellOf(notebook, 'rfm')).toBeUndefined();
    expect(cellOf(notebook, 'features')?.inputs).toEqual({ table: 'load' });
  });

  it('writes out which columns it chose', async () => {
    const table = createTable([
      textColumn(
        '会员号',
        repeat((row) => row, 40).map((row) => `00${row}`),
        'identifier',
      ),
      numbers(
        '消费',
        repeat((row) => row * row, 40),
      ),
      categoryColumn('城市', Int32Array.from(repeat((row) => row % 2, 40)), ['北京', '上海']),
      numbers(
        '__proto__',
        repeat((row) => row % 7, 40),
      ),
    ]);
    const notebook = await propose(table);
    expect(cellOf(notebook, 'features')?.params).toEqual({ columns: ['消费', '__proto__'] });
  });

  it.each([2, 3, 4, 5, 6, 7])('finds %i planted groups', async (clusters) => {
    const notebook = await propose(blobs(clusters, 60 * clusters));
    expect(cellOf(notebook, 'cluster')?.params).toEqual({ clusters });
  });

  it('is the same every time', async () => {
    const table = blobs(4, 3000);
    expect(await propose(table)).toEqual(await propose(table));
  });

  it('clusters by categories when a table has nothing else', async () => {
    const table = createTable([
      categoryColumn('城市', Int32Array.from(repeat((row) => row % 3, 30)), ['a', 'b', 'c']),
      booleanColumn('会员', Int8Array.from(repeat((row) => row % 2, 30))),
    ]);
    const notebook = await propose(table);
    expect(cellOf(notebook, 'features')?.params).toEqual({ columns: ['城市', '会员'] });
    expect(cellOf(notebook, 'scatter')).toBeDefined();
  });

  const text = () =>
    textColumn(
      'name',
      repeat((row) => row, 9).map((row) => `customer ${row}`),
    );
  it.each([
    ['one row', createTable([numbers('x', [1]), numbers('y', [2])])],
    [
      'no value at all',
      createTable([
        numbers(
          'x',
          repeat(() => NaN, 9),
        ),
      ]),
    ],
    [
      'one value only',
      createTable([
        numbers(
          'x',
          repeat(() => 5, 9),
        ),
      ]),
    ],
    ['text only', createTable([text()])],
    ['no columns', createTable([], 0)],
  ])('stops at features, which say what is missing, for a table of %s', async (_, table) => {
    const notebook = await propose(table);
    expect(notebook.cells.map(({ kind }) => kind)).toEqual(['load', 'profile', 'features']);
  });

  it.each([
    ['two rows', createTable([numbers('x', [1, 2])])],
    ['three rows', createTable([numbers('x', [1, 2, 9])])],
    [
      'two different rows',
      createTable([
        numbers(
          'x',
          repeat((row) => row % 2, 50),
        ),
      ]),
    ],
    [
      'one column',
      createTable([
        numbers(
          'x',
          repeat((row) => row * row, 50),
        ),
      ]),
    ],
    [
      'mostly missing values',
      createTable([
        numbers(
          'x',
          repeat((row) => (row % 5 ? NaN : row), 50),
        ),
      ]),
    ],
  ])('suggests at least two segments for a table of %s', async (_, table) => {
    const clusters = cellOf(await propose(table), 'cluster')?.params.clusters;
    expect(clusters).toBeGreaterThanOrEqual(2);
  });

  it('manages three hundred columns', async () => {
    const random = createRandom(1, 'wide');
    const table = createTable(
      repeat((j) => j, 300).map((j) =>
        numbers(
          `x${j}`,
          repeat(() => random.next(), 40),
        ),
      ),
    );
    expect(cellOf(await propose(table), 'features')?.params.columns).toHaveLength(300);
  });
});

describe('the suggested number of segments', () => {
  const candidate = (clusters: number, silhouette: number, smallest = 0.1) => ({
    clusters,
    silhouette,
    smallest,
  });

  it('has the highest silhouette', () => {
    expect(chooseClusters([candidate(2, 0.3), candidate(3, 0.5), candidate(4, 0.4)])).toBe(3);
  });

  it('is smaller where more segments are hardly better', () => {
    expect(chooseClusters([candidate(2, 0.479), candidate(6, 0.485), candidate(7, 0.491)])).toBe(2);
  });

  it('does not come from setting a handful of rows apart, unless all splits do', () => {
    expect(chooseClusters([candidate(2, 0.95, 0.001), candidate(3, 0.4)])).toBe(3);
    expect(chooseClusters([candidate(2, 0.95, 0.001), candidate(3, 0.4, 0.001)])).toBe(2);
  });
});

describe('the sample of a table', () => {
  const table = createTable([
    numbers(
      'x',
      repeat((row) => row, 1000),
    ),
  ]);
  const sample = (limit: number, seed: number) => [
    ...(sampleTable(table, table.columns, { limit, seed })
      .table.getChildAt(0)
      ?.toArray() as Float64Array),
  ];

  it('draws each row at most once, in order, the same for the same seed', () => {
    const rows = sample(200, 1);
    expect(rows).toHaveLength(200);
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    expect(sample(200, 1)).toEqual(rows);
    expect(sample(200, 2)).not.toEqual(rows);
  });

  it('is the whole table when that is small', () => {
    expect(sample(5000, 1)).toEqual(repeat((row) => row, 1000));
  });
});

describe('the title', () => {
  it.each([
    ['顾客.csv', '顾客'],
    ['shop_members_2024.csv', 'shop members 2024'],
    ['orders.csv.gz', 'orders'],
    ['README', 'README'],
    ['.csv', '.csv'],
    ['v1.2 customers.csv', 'v1.2 customers'],
  ])('of %s is %s', (name, title) => expect(titleOf(name)).toBe(title));
});
