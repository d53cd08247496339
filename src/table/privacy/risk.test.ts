import { describe, expect, it } from 'vitest';
import type { TableValue } from '../../core/values';
import { createTable, numberColumn, textColumn } from '../create-table';
import { measureRisk, type Risk } from './risk';

function riskOf(
  table: TableValue,
  quasi: readonly string[],
  sensitive: readonly string[],
  k = 5,
): Risk {
  const named = (names: readonly string[]) =>
    names.map((name) => table.columns.find((column) => column.name === name)!);
  const work = measureRisk(table, { quasi: named(quasi), sensitive: named(sensitive), k });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value.risk;
  }
}

function tableOf(names: readonly string[], lines: readonly string[]): TableValue {
  const rows = lines.map((line) => line.split(' '));
  return createTable(
    names.map((name, i) =>
      textColumn(
        name,
        rows.map((row) => row[i] ?? null),
      ),
    ),
  );
}

describe('published tables', () => {
  it('Sweeney 2002, figure 2, is 2-anonymous', () => {
    const table = tableOf(
      ['race', 'birth', 'gender', 'zip', 'problem'],
      [
        'Black 1965 m 0214* short-breath',
        'Black 1965 m 0214* chest-pain',
        'Black 1965 f 0213* hypertension',
        'Black 1965 f 0213* hypertension',
        'Black 1964 f 0213* obesity',
        'Black 1964 f 0213* chest-pain',
        'White 1964 m 0213* chest-pain',
        'White 1964 m 0213* obesity',
        'White 1964 m 0213* short-breath',
        'White 1967 m 0213* chest-pain',
        'White 1967 m 0213* chest-pain',
      ],
    );
    const risk = riskOf(table, ['race', 'birth', 'gender', 'zip'], ['problem'], 3);
    expect(risk).toMatchObject({ k: 2, groups: 5, rowsBelow: 8, alone: 0 });
    expect(risk.diversity).toMatchObject([{ column: 'problem', distinct: 1, entropy: 1 }]);
  });

  it('Machanavajjhala 2007: four like each other and one disease are no protection; 3-diverse is', () => {
    const names = ['zip', 'age', 'condition'];
    const four = tableOf(names, [
      ...['heart', 'heart', 'viral', 'viral'].map((one) => `130** <30 ${one}`),
      ...['cancer', 'heart', 'viral', 'viral'].map((one) => `1485* ≥40 ${one}`),
      ...['cancer', 'cancer', 'cancer', 'cancer'].map((one) => `130** 3* ${one}`),
    ]);
    expect(riskOf(four, ['zip', 'age'], ['condition'])).toMatchObject({
      k: 4,
      groups: 3,
      rowsBelow: 12,
      diversity: [{ distinct: 1, entropy: 1 }],
    });
    const three = tableOf(names, [
      ...['heart', 'viral', 'cancer', 'cancer'].map((one) => `1305* ≤40 ${one}`),
      ...['cancer', 'heart', 'viral', 'viral'].map((one) => `1485* >40 ${one}`),
      ...['heart', 'viral', 'cancer', 'cancer'].map((one) => `1306* ≤40 ${one}`),
    ]);
    const [diversity] = riskOf(three, ['zip', 'age'], ['condition']).diversity;
    expect(diversity?.distinct).toBe(3);
    // A quarter, a quarter, a half: exp(1.5 ln 2).
    expect(diversity?.entropy).toBeCloseTo(2 ** 1.5, 12);
  });
});

describe('t-closeness', () => {
  const salaries = (order: readonly number[]) =>
    createTable([
      textColumn(
        'class',
        order.map((_, i) => 'abc'[Math.floor(i / 3)]!),
      ),
      numberColumn(
        'salary',
        Float64Array.from(order, (thousands) => thousands * 1000),
      ),
    ]);
  const closenessOf = (table: TableValue) =>
    riskOf(table, ['class'], ['salary']).diversity[0]?.closeness;

  it('is that of the paper, Li 2007, for the salaries 3k to 11k', () => {
    // Example of section 4.2: {3k, 4k, 5k} is 0.375 from the whole, {6k, 8k, 11k} 0.167.
    expect(closenessOf(salaries([3, 4, 5, 6, 11, 8, 7, 9, 10]))).toBeCloseTo(0.375, 12);
    // Table 5, "0.167-closeness w.r.t. Salary".
    expect(closenessOf(salaries([3, 5, 9, 6, 11, 8, 4, 7, 10]))).toBeCloseTo(1 / 6, 12);
  });

  it('is half of what the shares differ by for kinds, what is missing being one', () => {
    const table = createTable([
      textColumn('class', ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']),
      textColumn('illness', ['x', 'x', 'x', null, 'y', 'y', 'x', 'x']),
    ]);
    // All: x 5/8, y 2/8, missing 1/8; a: 6/8, 0, 2/8; b: 4/8, 4/8, 0.
    expect(riskOf(table, ['class'], ['illness']).diversity[0]?.closeness).toBe(0.25);
  });

  it('is 0 where groups are as the whole, and 1 where two poles part', () => {
    const even = createTable([
      textColumn('class', ['a', 'a', 'b', 'b']),
      numberColumn('salary', Float64Array.of(1, 2, 2, 1)),
    ]);
    expect(closenessOf(even)).toBe(0);
    const rows = 1000;
    const poles = createTable([
      textColumn(
        'class',
        Array.from({ length: rows }, (_, i) => (i === 0 ? 'a' : 'b')),
      ),
      numberColumn(
        'salary',
        Float64Array.from({ length: rows }, (_, i) => (i === 0 ? 1 : i === 1 ? NaN : 9)),
      ),
    ]);
    expect(closenessOf(poles)).toBeCloseTo(1, 2);
  });
});

describe('the risk of a table', () => {
  it('takes a missing value for a value, and no quasi-identifier for one group', () => {
    const table = createTable([
      textColumn('city', ['北京', null, null, '上海']),
      textColumn('income', ['a', 'b', null, 'b']),
    ]);
    expect(riskOf(table, ['city'], ['income'], 2)).toMatchObject({
      k: 1,
      groups: 3,
      rowsBelow: 2,
      alone: 2,
      smallest: [
        { values: ['北京'], rows: 1 },
        { values: ['上海'], rows: 1 },
        { values: [''], rows: 2 },
      ],
    });
    expect(riskOf(table, [], ['income'], 2)).toMatchObject({ k: 4, groups: 1, rowsBelow: 0 });
  });

  it('is nothing where there are no rows', () => {
    const table = createTable([textColumn('city', [])], 0);
    expect(riskOf(table, ['city'], ['city'])).toEqual({
      rows: 0,
      groups: 0,
      k: 0,
      rowsBelow: 0,
      alone: 0,
      diversity: [{ column: 'city', distinct: 0, entropy: 0, closeness: 0 }],
      smallest: [],
    });
  });
});
