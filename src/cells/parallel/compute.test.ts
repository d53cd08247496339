import { describe, expect, it } from 'vitest';
import { clusteringWith } from '../../../tests/support/labelled';
import type { Tools } from '../../core/cell-compute';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { categoryColumn, createTable, dateColumn, numberColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { ParallelDisplay } from './display';
import { placesOn, quartileWords, tickText } from './figures';
import { leftOutWords } from './view-words';

const DAY = 86_400_000;
const numbers = (name: string, unit: string | undefined, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values), unit);

const table = createTable([
  numbers('customer id', undefined, 1, 2, 3, 4, 5, 6),
  numbers('spend', '¥', 10, 20, 30, NaN, 100, 200),
  numbers('age', undefined, 20, 20, 20, 40, 40, NaN),
  numbers('same', undefined, 7, 7, 7, 7, 7, 7),
  dateColumn('joined', Float64Array.of(0, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY)),
  categoryColumn('city', Int32Array.of(0, 0, 1, 1, 0, 1), ['北京', '上海']),
]);

async function run(
  clustering: ClusteringValue,
  saved: JsonObject = {},
  points?: MatrixValue,
): Promise<ParallelDisplay> {
  const params = parseParams(definition.params, saved);
  // Summing up asks nothing of the world.
  const inputs = { table, clustering, points };
  return (await finish(compute.run(params, inputs, {} as Tools))).display as ParallelDisplay;
}
const labels = clusteringWith([0, 0, 0, 0, 1, 1]);

describe('profile lines', () => {
  it('give the quartiles of each segment in original units, and their ranks among everyone', async () => {
    const { lines } = await run(labels);
    expect(lines.map(({ column }) => column.name)).toEqual(['spend', 'age', 'joined']);
    expect(lines[0]).toMatchObject({ count: 5, everyone: [20, 30, 100] });
    expect(lines[0]?.segments).toEqual([
      { count: 3, values: [15, 20, 25], ranks: [0.2, 0.3, 0.4] },
      { count: 2, values: [125, 150, 175], ranks: [0.8, 0.8, 0.8] },
    ]);
    // Of five known ages three are 20: half of them count as below.
    expect(lines[1]?.segments[0]?.ranks[0]).toBe(0.3);
  });

  it('have no place for a segment without a value', async () => {
    const { lines } = await run(clusteringWith([0, 0, 0, 1, 0, 0]));
    expect(lines[0]?.segments[1]).toBeNull();
    expect(placesOn(lines[0]!, 1, 'rank')).toBeNull();
    expect(quartileWords(lines[0]!, null).zh).toBe('—');
  });

  it('draw the features of the model, or what is asked for', async () => {
    const feature = (columnId: string) => ({ name: columnId, columnId, steps: [] });
    const points: MatrixValue = {
      kind: 'matrix',
      matrix: { rows: 6, columns: 2, values: new Float32Array(12) },
      features: [feature('c1'), feature('c2')],
      columns: [],
      rowIndex: null,
      tableRows: 6,
    };
    const own = await run(labels, {}, points);
    expect(own.lines.map(({ column }) => column.name)).toEqual(['spend', 'age']);
    const asked = await run(labels, { columns: ['joined', 'city', 'same'] }, points);
    expect(asked.lines.map(({ column }) => column.name)).toEqual(['joined']);
    expect(leftOutWords(asked)).toEqual({
      zh: '「city」的取值没有大小，没有画；「same」人人一样，没有画。',
      en: 'city: values without an order, not drawn; same: the same for everyone, not drawn.',
    });
  });

  it('order lines by similarity, each once', async () => {
    const { lineOrder } = await run(labels);
    expect([...lineOrder].sort()).toEqual([0, 1, 2]);
  });

  it('have nothing to draw of nothing but noise', async () => {
    expect((await run(clusteringWith([-1, -1, -1, -1, -1, -1]))).sizes).toEqual([]);
  });
});

describe('figures beside the lines', () => {
  it('are medians with their middle half, in the unit of the column', async () => {
    const { lines } = await run(labels);
    expect(quartileWords(lines[0]!, [15, 20, 25])).toEqual({
      zh: '¥20（15–25）',
      en: '¥20 (15–25)',
    });
    expect(quartileWords(lines[2]!, [0, DAY, 2 * DAY]).en).toBe(
      '1970-01-02 (1970-01-01 – 1970-01-03)',
    );
  });

  it('lie on the scale in deviations too', async () => {
    const { lines } = await run(labels);
    const { mean, deviation } = lines[0]!;
    expect(placesOn(lines[0]!, 0, 'deviation')).toEqual(
      [15, 20, 25].map((x) => (x - mean) / deviation),
    );
    expect([0, 0.5, 1].map((at) => tickText(at, 'rank', 'zh'))).toEqual(['0 %', '50 %', '100 %']);
    expect([-1, 0, 1.5].map((at) => tickText(at, 'deviation', 'en'))).toEqual(['−1', '0', '+1.50']);
  });
});
