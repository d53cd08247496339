import { describe, expect, it } from 'vitest';
import type { TableValue } from '../../core/values';
import { createTable, textColumn } from '../create-table';
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
    expect(risk.diversity).toEqual([{ column: 'problem', distinct: 1, entropy: 1 }]);
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
      diversity: [{ column: 'city', distinct: 0, entropy: 0 }],
      smallest: [],
    });
  });
});
