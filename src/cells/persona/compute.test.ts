import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../../table/create-table';
import { clusteringOf, pointsOf, toolsOf } from '../../../tests/support/tools';
import compute from './compute';
import { definition } from './definition';
import type { PersonaDisplay, PersonaLine } from './display';

const DAY = 86_400_000;
const numbers = (name: string, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values));

const table = createTable([
  numbers('customer id', 11, 12, 13, 14, 15, 16),
  numbers('spend', 10, 30, NaN, 200, 220, 240),
  numbers('balance', -5, 5, 10, 30, 40, 50),
  numbers('same', 7, 7, 7, 7, 7, 7),
  numbers('nothing', NaN, NaN, NaN, NaN, NaN, NaN),
  categoryColumn('city', Int32Array.of(0, 0, 1, 1, 1, -1), ['北京', '上海']),
  booleanColumn('member', Int8Array.of(1, 1, 0, 0, 0, 0)),
  dateColumn('joined', Float64Array.of(0, DAY, 2 * DAY, 10 * DAY, 11 * DAY, 12 * DAY)),
  textColumn('remark', ['a', 'b', 'c', 'd', 'e', 'f'], 'text'),
]);

/** One feature; rows 2 and 3 lie nearest the other segment. */
const matrix = { rows: 6, columns: 1, values: Float32Array.of(0, 1, 3, 6, 9, 10) };
const points = pointsOf(matrix);

function labelled(...labels: number[]): ClusteringValue {
  const clustering = clusteringOf({ ...matrix, rows: labels.length }, Int32Array.from(labels));
  const { clusters } = clustering;
  const counts = Array.from({ length: clusters }, (_, i) => labels.filter((l) => l === i).length);
  return { ...clustering, sizes: counts };
}

async function portray(
  clustering: ClusteringValue,
  { saved = {}, features }: { saved?: JsonObject; features?: MatrixValue } = {},
): Promise<PersonaDisplay> {
  const params = parseParams(definition.params, saved);
  const inputs = { table, clustering, ...(features ? { points: features } : {}) };
  const result = await finish(compute.run(params, inputs, toolsOf()));
  // What this computation shows, by its definition.
  return result.display as PersonaDisplay;
}

const lineOf = ({ lines }: PersonaDisplay, name: string): PersonaLine =>
  lines.find(({ column }) => column.name === name)!;

describe('the figures of personas', () => {
  it('are means of the rows with a value, and the rows they rest on', async () => {
    const { overall, figures, hasRatio } = lineOf(
      await portray(labelled(0, 0, 0, 1, 1, 1)),
      'spend',
    );
    expect(overall).toBe(140);
    expect(hasRatio).toBe(true);
    expect(figures.map(({ value, count }) => [value, count])).toEqual([
      [20, 2],
      [220, 3],
    ]);
    // Student's t with two degrees of freedom: 220 ± 4.302653 · 20 / √3.
    expect(figures[1]!.interval!.high).toBeCloseTo(220 + (4.302653 * 20) / Math.sqrt(3), 4);
    expect(figures[1]!.difference!.low).toBeGreaterThan(0);
  });

  it('have no interval for one value, and no value for none', async () => {
    const spend = lineOf(await portray(labelled(0, 1, 2, 1, 1, 1)), 'spend');
    expect(spend.figures[0]).toMatchObject({
      value: 10,
      count: 1,
      interval: null,
      difference: null,
    });
    expect(spend.figures[2]).toEqual({ value: null, count: 0, interval: null, difference: null });
  });

  it('have no ratio where values lie below zero, nor for dates', async () => {
    const display = await portray(labelled(0, 0, 0, 1, 1, 1));
    expect(lineOf(display, 'balance').hasRatio).toBe(false);
    expect(lineOf(display, 'joined')).toMatchObject({ hasRatio: false, overall: 6 * DAY });
  });

  it('count the levels of a category among rows with a value, and yes as one line', async () => {
    const display = await portray(labelled(0, 0, 0, 1, 1, 1));
    const city = display.lines.filter(({ column }) => column.name === 'city');
    expect(city.map(({ level, overall }) => [level, overall])).toEqual([
      ['上海', 0.6],
      ['北京', 0.4],
    ]);
    expect(city[0]!.figures.map(({ value, count }) => [value, count])).toEqual([
      [1 / 3, 3],
      [1, 2],
    ]);
    expect(lineOf(display, 'member')).toMatchObject({ level: 'true', overall: 1 / 3 });
  });

  it('leave out what says the same of everyone, names rows or is text', async () => {
    const { lines, rowsAre } = await portray(labelled(0, 0, 0, 1, 1, 1));
    const names = new Set(lines.map(({ column }) => column.name));
    expect([...names]).toEqual(['spend', 'balance', 'city', 'member', 'joined']);
    expect(rowsAre).toBe('customer');
  });

  it('count noise among everyone but in no segment', async () => {
    const display = await portray(labelled(0, 0, -1, 1, 1, -1));
    expect([display.rows, display.noise]).toEqual([6, 2]);
    const spend = lineOf(display, 'spend');
    expect([spend.overall, spend.figures[1]!.value]).toEqual([140, 210]);
  });

  it('share out the sum that is shared most unevenly', async () => {
    const { sum } = await portray(labelled(0, 0, 0, 1, 1, 1));
    expect(sum).toMatchObject({ column: { name: 'spend' }, shares: [40 / 700, 660 / 700] });
  });

  it('exist where everybody is noise', async () => {
    const display = await portray(labelled(-1, -1, -1, -1, -1, -1), { features: points });
    expect([display.sizes, display.noise]).toEqual([[], 6]);
    expect(display.customers?.typical).toEqual([]);
  });

  it('refuses labels of another table', async () => {
    const other = { ...labelled(0, 0, 0, 1, 1, 1), tableRows: 3 };
    await expect(portray(other)).rejects.toMatchObject({ code: 'input-missing' });
  });
});

describe('the customers of personas', () => {
  it('are nearest their own mean, or nearly as near another, by row and original value', async () => {
    const { customers } = await portray(labelled(0, 0, 0, 1, 1, 1), {
      features: points,
      saved: { customers: 1, columns: ['spend', 'city'] },
    });
    expect(customers?.columns.map(({ name }) => name)).toEqual(['spend', 'city']);
    expect(customers?.typical).toEqual([
      [{ row: 2, values: [30, '北京'] }],
      [{ row: 5, values: [220, '上海'] }],
    ]);
    expect(customers?.borderline).toEqual([
      [{ row: 3, values: [null, '上海'], other: 1 }],
      [{ row: 4, values: [200, '上海'], other: 0 }],
    ]);
  });

  it('show a customer once, and none at the border of the only segment', async () => {
    const { customers } = await portray(labelled(0, 0, 0, 0, 0, 1), { features: points });
    expect(customers?.typical[1]).toHaveLength(1);
    expect(customers?.borderline[1]).toEqual([]);
    const one = await portray(labelled(0, 0, 0, 0, 0, 0), { features: points });
    expect(one.customers?.borderline).toEqual([[]]);
  });

  it('name rows of the table, not of the matrix', async () => {
    const some = Uint32Array.of(0, 1, 3, 5);
    const features = pointsOf({ rows: 4, columns: 1, values: Float32Array.of(0, 1, 8, 10) }, some);
    const of = { ...features, tableRows: 6 };
    const clustering = {
      ...clusteringOf(of.matrix, Int32Array.of(0, 0, 1, 1)),
      rowIndex: some,
      tableRows: 6,
    };
    const { customers, rows, tableRows } = await portray(clustering, { features: of });
    expect([rows, tableRows]).toEqual([4, 6]);
    expect(customers?.typical.map((found) => found.map(({ row }) => row))).toEqual([
      [1, 2],
      [4, 6],
    ]);
  });

  it('are absent without features, and where none are asked for', async () => {
    expect((await portray(labelled(0, 0, 0, 1, 1, 1))).customers).toBeNull();
    const asked = { features: points, saved: { customers: 0 } };
    expect((await portray(labelled(0, 0, 0, 1, 1, 1), asked)).customers).toBeNull();
  });
});
