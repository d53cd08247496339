import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random';
import type { TableValue } from '../../core/values';
import { codesOf, numbersOf, textOf } from '../column';
import { categoryColumn, createTable, numberColumn, textColumn } from '../create-table';
import { drawTwin, type Twin } from './draw-twin';
import { normalProbability, normalQuantile } from './normal';
import { standardRanks } from './rank-correlation';

const ROWS = 3000;

/** Age and income go up together; the city goes with the income; one city has three people. */
function customers(): TableValue {
  const random = createRandom(5, 'twin test');
  const draw = () => normalQuantile(Math.max(random.next(), 1e-9));
  const age = new Float64Array(ROWS);
  const income = new Float64Array(ROWS);
  const city = new Int32Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    const z = draw();
    age[row] = Math.round(40 + 10 * z);
    income[row] =
      row % 10 === 0 ? NaN : Math.round(Math.exp(8 + 0.5 * (0.8 * z + 0.6 * draw())) * 100) / 100;
    city[row] = row < 3 ? 2 : z > 0.3 ? 1 : 0;
  }
  return createTable([
    textColumn(
      'name',
      Array.from({ length: ROWS }, (_, i) => `王${i}`),
    ),
    numberColumn('age', age),
    numberColumn('income', income),
    categoryColumn('city', city, ['北京', '上海', '小村']),
  ]);
}

async function twinOf(table: TableValue, seed = 1): Promise<Twin> {
  const job = drawTwin(table, { seed, direct: new Set(['name']) });
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}

function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const both = a.map((x, i) => (Number.isNaN(b[i]!) ? NaN : x));
  const other = b.map((x, i) => (Number.isNaN(a[i]!) ? NaN : x));
  const keep = (values: Float64Array) => values.filter((x) => !Number.isNaN(x));
  const [left, right] = [standardRanks(keep(both)), standardRanks(keep(other))];
  return left.reduce((sum, x, i) => sum + x * right[i]!, 0) / left.length;
}

const meanOf = (values: Float64Array) => {
  const present = values.filter((x) => !Number.isNaN(x));
  return present.reduce((sum, x) => sum + x, 0) / present.length;
};

describe('a twin', () => {
  const table = customers();
  const numbers = (of: TableValue, name: string) =>
    numbersOf(of, of.columns.find((column) => column.name === name)!.id);

  it('keeps columns, rows, means, gaps and rank correlations', async () => {
    const { table: twin } = await twinOf(table);
    expect(twin.columns.map(({ name, type }) => [name, type])).toEqual(
      table.columns.map(({ name, type }) => [name, type]),
    );
    expect(twin.rows).toBe(ROWS);
    for (const name of ['age', 'income']) {
      const [real, drawn] = [numbers(table, name), numbers(twin, name)];
      expect(Math.abs(meanOf(drawn) / meanOf(real) - 1)).toBeLessThan(0.03);
    }
    const share = numbers(twin, 'income').filter(Number.isNaN).length / ROWS;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    const real = rankCorrelation(numbers(table, 'age'), numbers(table, 'income'));
    const drawn = rankCorrelation(numbers(twin, 'age'), numbers(twin, 'income'));
    expect(real).toBeGreaterThan(0.7);
    expect(Math.abs(real - drawn)).toBeLessThan(0.08);
  });

  it('shows no name, no small group, no extreme and no row of a real person', async () => {
    const { table: twin } = await twinOf(table);
    const { codes, levels } = codesOf(twin, twin.columns[3]!.id);
    expect(new Set(Array.from(codes, (code) => levels[code])).has('小村')).toBe(false);
    expect(textOf(twin, twin.columns[0]!.id, 0)).toBe('synthetic-1');
    const incomes = numbers(table, 'income').filter((x) => !Number.isNaN(x));
    expect(Math.max(...numbers(twin, 'income').filter((x) => !Number.isNaN(x)))).toBeLessThan(
      Math.max(...incomes),
    );
    const lines = (of: TableValue) =>
      Array.from({ length: of.rows }, (_, row) =>
        of.columns
          .slice(1)
          .map(({ id }) => textOf(of, id, row))
          .join('|'),
      );
    const counts = new Map<string, number>();
    for (const line of lines(table)) counts.set(line, (counts.get(line) ?? 0) + 1);
    expect(lines(twin).filter((line) => (counts.get(line) ?? 9) < 5)).toEqual([]);
  });

  it('is the same for the same seed and another for another', async () => {
    const ages = async (seed: number) => [...numbers((await twinOf(table, seed)).table, 'age')];
    expect(await ages(1)).toEqual(await ages(1));
    expect(await ages(1)).not.toEqual(await ages(2));
  });

  it.each([0, 1, 4, 12])('is drawn of %i rows, and tells nothing of too few', async (rows) => {
    const few = createTable([
      numberColumn(
        'x',
        Float64Array.from({ length: rows }, (_, i) => i),
      ),
    ]);
    const { table: twin } = await twinOf(few);
    expect(twin.columns).toHaveLength(1);
    if (rows < 10) expect(numbersOf(twin, 'c0').every(Number.isNaN)).toBe(true);
  });
});

describe('the normal distribution', () => {
  // scipy.stats.norm.ppf and .cdf.
  it.each([
    [0.975, 1.959963984540054],
    [0.5, 0],
    [1e-10, -6.361340902404056],
    [0.2, -0.8416212335729142],
  ])('has its quantile of %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 11);
    expect(normalProbability(z)).toBeCloseTo(p, 11);
  });
});
