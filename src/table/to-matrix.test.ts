import { describe, expect, it } from 'vitest';
import { finish } from '../core/job';
import type { TableValue } from '../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  numberColumn,
  textColumn,
} from './create-table';
import type { FeatureChoice } from './encode/feature-choice';
import { applySteps } from './encode/steps';
import { toMatrix } from './to-matrix';

const numbers = (name: string, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values));

function choicesOf(table: TableValue, rules: Partial<FeatureChoice> = {}): FeatureChoice[] {
  return table.columns.map((column) => ({
    column,
    transform: 'none',
    scale: 'none',
    missing: 'median',
    levels: 12,
    ...rules,
  }));
}

async function prepare(table: TableValue, rules: Partial<FeatureChoice> = {}, limitBytes?: number) {
  return finish(toMatrix(table, choicesOf(table, rules), { limitBytes }));
}

async function matrixOf(table: TableValue, rules: Partial<FeatureChoice> = {}) {
  const { value } = await prepare(table, rules);
  const { rows, columns, values } = value.matrix;
  return Array.from({ length: rows }, (_, i) => [
    ...values.subarray(i * columns, (i + 1) * columns),
  ]);
}

describe('toMatrix', () => {
  it('writes the chosen columns row by row', async () => {
    const table = createTable([numbers('spend', 1, 2, 3), numbers('visits', 10, 20, 40)]);
    expect(await matrixOf(table)).toEqual([
      [1, 10],
      [2, 20],
      [3, 40],
    ]);
  });

  it('fills a missing number by its rule and never with zero', async () => {
    const table = createTable([numbers('spend', 1, NaN, 3, 8)]);
    expect(await matrixOf(table, { missing: 'median' })).toEqual([[1], [3], [3], [8]]);
    expect(await matrixOf(table, { missing: 'mean' })).toEqual([[1], [4], [3], [8]]);
  });

  it('tells a filled value apart when asked to flag it', async () => {
    const table = createTable([numbers('spend', 1, NaN, 3)]);
    const { value } = await prepare(table, { missing: 'median-flag' });
    expect(value.features.map(({ name }) => name)).toEqual(['spend', 'spend = —']);
    expect([...value.matrix.values]).toEqual([1, 0, 2, 1, 3, 0]);
  });

  it('leaves out rows without a value and remembers which rows are left', async () => {
    const table = createTable([numbers('a', 1, NaN, 3, 4), numbers('b', 1, 2, NaN, 5)]);
    const { value } = await prepare(table, { missing: 'drop' });
    expect([...(value.rowIndex ?? [])]).toEqual([0, 3]);
    expect([...value.matrix.values]).toEqual([1, 1, 4, 5]);
    expect(value.tableRows).toBe(4);
  });

  it('learns nothing from rows that are left out', async () => {
    const table = createTable([numbers('a', 1, 1e6, 3), numbers('b', 1, NaN, 2)]);
    const { value } = await prepare(table, { missing: 'drop', scale: 'standard' });
    expect(value.features[0]?.steps).toEqual([{ kind: 'standard', mean: 2, deviation: 1 }]);
  });

  it('learns nothing from what a fill rule puts in', async () => {
    const table = createTable([numbers('a', 1, NaN, NaN, NaN, 3)]);
    const { value } = await prepare(table, { scale: 'standard' });
    expect(value.features[0]?.steps).toEqual([
      { kind: 'fill', rule: 'median', value: 2 },
      { kind: 'standard', mean: 2, deviation: 1 },
    ]);
  });

  it('gives each frequent level a feature, the rare ones one together, the missing a flag', async () => {
    const codes = Int32Array.of(0, 0, 0, 1, 1, 2, 3, -1);
    const table = createTable([
      categoryColumn('city', codes, ['北京', '上海', 'Paris', '__proto__']),
    ]);
    const { value } = await prepare(table, { levels: 2 });
    expect(value.features.map(({ name }) => name)).toEqual([
      'city = 北京',
      'city = 上海',
      'city = …',
      'city = —',
    ]);
    expect(await matrixOf(table, { levels: 2 })).toEqual([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
  });

  it('takes yes and no as one and zero, and fills with the more frequent', async () => {
    const table = createTable([booleanColumn('member', Int8Array.of(1, 0, 1, -1))]);
    expect(await matrixOf(table, { scale: 'standard' })).toEqual([[1], [0], [1], [1]]);
  });

  it('repeats its features on the rows it learned from through the recorded steps', async () => {
    const spend = [0, 3, NaN, 120, 9, 4000, 17];
    const table = createTable([numbers('spend', ...spend)]);
    const { value } = await prepare(table, { transform: 'auto', scale: 'robust' });
    const steps = value.features[0]?.steps ?? [];
    expect(steps.map(({ kind }) => kind)).toEqual(['fill', 'log', 'robust']);
    expect([...value.matrix.values]).toEqual(spend.map((x) => Math.fround(applySteps(steps, x))));
  });

  it('says which columns gave no feature, and why', async () => {
    const table = createTable([
      numbers('spend', 1, 2),
      numbers('same', 7, 7),
      numbers('none', NaN, NaN),
    ]);
    const { columns, value } = await prepare(table);
    expect(columns.map(({ unfit }) => unfit)).toEqual([null, 'constant', 'all-missing']);
    expect(value.matrix.columns).toBe(1);
  });

  it('keeps two features of one name apart', async () => {
    const table = createTable([
      categoryColumn('city', Int32Array.of(0, 1), ['a', 'b']),
      numbers('city = a', 1, 2),
    ]);
    const { value } = await prepare(table);
    expect(value.features.map(({ name }) => name)).toEqual([
      'city = a',
      'city = b',
      'city = a (2)',
    ]);
  });

  it('reports progress that never moves backwards', async () => {
    const table = createTable([numbers('a', 1, -50, 900), numbers('b', 5, 5, 6)]);
    const job = toMatrix(table, choicesOf(table, { transform: 'yeo-johnson' }));
    const done: number[] = [];
    for (let step = await job.next(); !step.done; step = await job.next())
      done.push(step.value.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.length).toBeGreaterThan(20);
  });
});

describe('toMatrix refuses', () => {
  const refusal = async (table: TableValue, rules: Partial<FeatureChoice> = {}, limit?: number) => {
    const problem: unknown = await prepare(table, rules, limit).then(
      () => null,
      (thrown) => thrown,
    );
    return problem;
  };

  it('an endless number, with its column and row', async () => {
    const table = createTable([numbers('spend', 1, Infinity, 3)]);
    expect(await refusal(table)).toMatchObject({
      code: 'value-not-usable',
      facts: { feature: 'spend', row: 2 },
    });
  });

  it('a number that 32 bits cannot hold', async () => {
    const table = createTable([numbers('spend', 1, 2, 1e39)]);
    expect(await refusal(table)).toMatchObject({
      code: 'value-not-usable',
      facts: { feature: 'spend', row: 3 },
    });
  });

  it('the logarithm of a negative number, with its row', async () => {
    const table = createTable([numbers('balance', 1, 2, -5)]);
    expect(await refusal(table, { transform: 'log' })).toMatchObject({
      code: 'log-of-negative',
      facts: { feature: 'balance', row: 3, value: -5 },
    });
  });

  it('a matrix that would not fit', async () => {
    const table = createTable([numbers('a', 1, 2, 3), numbers('b', 1, 2, 4)]);
    expect(await refusal(table, {}, 20)).toMatchObject({
      code: 'features-need-memory',
      facts: { rows: 3, features: 2, limitBytes: 20 },
    });
  });

  it('to go on when every row is left out', async () => {
    const table = createTable([numbers('a', 1, NaN), numbers('b', NaN, 2)]);
    expect(await refusal(table, { missing: 'drop' })).toMatchObject({
      code: 'no-rows-left',
      facts: { rows: 2 },
    });
  });

  it('columns that all say the same in every row', async () => {
    expect(await refusal(createTable([numbers('a', 7, 7)]))).toMatchObject({
      code: 'feature-constant',
    });
    expect(await refusal(createTable([numbers('a', NaN)]))).toMatchObject({
      code: 'feature-all-missing',
    });
    expect(await refusal(createTable([numbers('a', NaN), numbers('b', 7)]))).toMatchObject({
      code: 'no-features',
    });
  });

  it('a text that names rather than sorts', async () => {
    const names = Array.from({ length: 200 }, (_, row) => `customer ${row}`);
    expect(await refusal(createTable([textColumn('name', names)]))).toMatchObject({
      code: 'too-many-levels',
      facts: { feature: 'name', levels: 200, limit: 100 },
    });
  });
});
