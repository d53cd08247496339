import { describe, expect, it } from 'vitest';
import type { Tools } from '../../core/cell-compute';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { booleanColumn, categoryColumn, createTable, numberColumn } from '../../table/create-table';
import { isAdditive } from '../../table/additive';
import compute from './compute';
import { definition } from './definition';
import type { SegmentsDisplay } from './display';

const numbers = (name: string, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values));

const table = createTable([
  numbers('customer id', 1, 2, 3, 4),
  numbers('spend', 10, 30, NaN, 200),
  numbers('balance', -5, 5, 10, 30),
  numbers('same', 7, 7, 7, 7),
  categoryColumn('city', Int32Array.of(0, 0, 1, -1), ['北京', '上海', '广州']),
  booleanColumn('member', Int8Array.of(1, 1, 0, 0)),
]);

function clusteringOf(labels: number[], rowIndex: number[] | null = null): ClusteringValue {
  const clusters = Math.max(...labels) + 1;
  return {
    kind: 'clustering',
    labels: Int32Array.from(labels),
    clusters,
    sizes: Array.from({ length: clusters }, (_, c) => labels.filter((label) => label === c).length),
    centroids: new Float64Array(clusters),
    columns: 1,
    inertia: 0,
    iterations: 1,
    isConverged: true,
    rowIndex: rowIndex && Uint32Array.from(rowIndex),
    tableRows: 4,
  };
}

const points: MatrixValue = {
  kind: 'matrix',
  matrix: { rows: 4, columns: 1, values: new Float32Array(4) },
  features: [{ name: 'spend', columnId: 'c1', steps: [] }],
  columns: [],
  rowIndex: null,
  tableRows: 4,
};

async function run(clustering: ClusteringValue, saved: JsonObject = {}) {
  const params = parseParams(definition.params, saved);
  // Summing up asks nothing of the world.
  const result = await finish(compute.run(params, { table, points, clustering }, {} as Tools));
  return result.display as SegmentsDisplay;
}

const lineNamed = ({ lines }: SegmentsDisplay, name: string) =>
  lines.find(({ column }) => column.name === name)!;

describe('segments', () => {
  it('gives means of the rows with a value, in original units', async () => {
    const spend = lineNamed(await run(clusteringOf([0, 0, 0, 1])), 'spend');
    expect(spend.means).toEqual([20, 200]);
    expect(spend.overall).toBe(80);
    expect(spend.tgi).toEqual([25, 250]);
    expect(spend.present).toEqual([2, 1]);
    expect(spend.sumShare).toEqual([40 / 240, 200 / 240]);
    expect(spend.isFeature).toBe(true);
  });

  it('has no TGI and no share of the sum for a column with negative values', async () => {
    const balance = lineNamed(await run(clusteringOf([0, 0, 1, 1])), 'balance');
    expect(balance.tgi).toEqual([null, null]);
    expect(balance.sumShare).toBeNull();
    expect(balance.effect.map((effect) => effect?.toFixed(3))).toEqual(['-0.784', '0.784']);
    expect(balance.isFeature).toBe(false);
  });

  it('has no mean where no row of a segment has a value', async () => {
    const spend = lineNamed(await run(clusteringOf([0, 0, 1, 0])), 'spend');
    expect([spend.means[1], spend.tgi[1], spend.effect[1]]).toEqual([null, null, null]);
    expect(spend.sumShare?.[1]).toBe(0);
  });

  it('counts only rows that entered the clustering', async () => {
    const display = await run(clusteringOf([0, 1], [0, 3]));
    expect([display.rows, display.tableRows]).toEqual([2, 4]);
    expect(lineNamed(display, 'spend').overall).toBe(105);
  });

  it('counts noise among everyone but in no segment', async () => {
    const spend = lineNamed(await run(clusteringOf([0, -1, 1, 1])), 'spend');
    expect(spend.overall).toBe(80);
    expect(spend.means).toEqual([10, 200]);
  });

  it('shows categories as shares of their most frequent levels, and yes as one line', async () => {
    const { lines } = await run(clusteringOf([0, 1, 1, 1]), { levels: 1 });
    const levels = lines.filter(({ level }) => level !== null);
    expect(levels.map(({ column, level, means }) => [column.name, level, means])).toEqual([
      ['city', '北京', [1, 0.5]],
      ['member', 'true', [1, 1 / 3]],
    ]);
  });

  it('leaves out columns that say the same of everyone or only name rows', async () => {
    const display = await run(clusteringOf([0, 0, 1, 1]));
    const names = new Set(display.lines.map(({ column }) => column.name));
    expect([...names]).toEqual(['spend', 'balance', 'city', 'member']);
    expect(display.rowsAre).toBe('customer');
  });

  it('puts columns of the model first, then other numbers, unless asked for the order of the file', async () => {
    const order = async (saved: JsonObject) =>
      (await run(clusteringOf([0, 0, 1, 1]), { levels: 1, ...saved })).lines.map(
        ({ column }) => column.name,
      );
    const columns = ['member', 'balance', 'spend'];
    expect(await order({ columns })).toEqual(['spend', 'balance', 'member']);
    expect(await order({ columns, order: 'file' })).toEqual(columns);
    expect(await order({ order: 'file' })).toEqual(['spend', 'balance', 'city', 'member']);
  });

  it('puts the largest difference first when asked to, levels of a column together', async () => {
    const { lines } = await run(clusteringOf([0, 0, 1, 1]), { order: 'effect' });
    expect(lines.map(({ column }) => column.name)).toEqual([
      'city',
      'city',
      'spend',
      'member',
      'balance',
    ]);
  });

  it('refuses labels of another table', async () => {
    await expect(run({ ...clusteringOf([0, 1]), tableRows: 2 })).rejects.toMatchObject({
      code: 'input-missing',
    });
  });
});

describe('a sum that means something', () => {
  const column = (name: string, unit?: string) =>
    ({ id: 'c0', name, type: 'number', ...(unit ? { unit } : {}) }) as const;

  it.each([
    '近12月消费额',
    '订单数',
    '消费金额',
    '购买次数',
    'Spend 12 months',
    'Orders',
    'MntWines',
    'NumWebPurchases',
    'total_sales',
    'frequency',
  ])('is that of %s', (name) => expect(isAdditive(column(name))).toBe(true));

  it.each([
    '客单价',
    '月均访问次数',
    '退货率',
    '折扣订单占比',
    '距上次下单天数',
    '年龄',
    '消费等级',
    '年收入',
    'Visits per month',
    'Discount share',
    'Basket',
    'Days since last order',
    'avg_order_amount',
    'Income',
    'x',
    'credit limit',
  ])('is not that of %s', (name) => expect(isAdditive(column(name))).toBe(false));

  it('is known by its currency', () => {
    expect(isAdditive(column('Wines', '¥'))).toBe(true);
    expect(isAdditive(column('Orders', '%'))).toBe(false);
    expect(isAdditive(column('单价', '¥'))).toBe(false);
  });
});
