import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/cells/privacy/pseudonymize';
import { createTable, numberColumn, textColumn } from '../../src/table/create-table';
import { measureRisk, type Risk } from '../../src/table/privacy/risk';
import recorded from './privacy.json';

const table = createTable([
  ...Object.entries(recorded.columns).map(([name, values]) =>
    textColumn(name, values as readonly (string | null)[]),
  ),
  numberColumn(
    'income',
    Float64Array.from(recorded.incomes, (value) => value ?? NaN),
  ),
]);

function riskAt(k: number, columns = 3): Risk {
  const quasi = table.columns.slice(0, columns);
  const work = measureRisk(table, { quasi, sensitive: table.columns.slice(3), k });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value.risk;
  }
}

describe('privacy against pandas, scipy and the standard library of Python', () => {
  it('finds the same groups', () => {
    for (const [k, rowsBelow] of Object.entries(recorded.below)) {
      const { groups, alone } = recorded;
      expect(riskAt(Number(k))).toMatchObject({ k: recorded.k, groups, alone, rowsBelow });
    }
  });

  it('finds the same diversity and closeness', () => {
    for (const [risk, expected] of [
      [riskAt(5), recorded],
      [riskAt(5, 1), recorded.ofGender],
    ] as const) {
      const [illness, income] = risk.diversity;
      expect([risk.k, illness?.distinct]).toEqual([expected.k, expected.distinct]);
      expect(illness?.entropy).toBeCloseTo(expected.entropy, 12);
      expect(illness?.closeness).toBeCloseTo(expected.closeness, 12);
      expect(income?.closeness).toBeCloseTo(expected.incomeCloseness, 12);
    }
  });

  it('makes the same pseudonyms', () => {
    const key = Uint8Array.from({ length: 32 }, (_, i) => i);
    for (const [value, pseudonym] of recorded.pseudonyms) {
      expect(pseudonymOf(key, value!)).toBe(pseudonym);
    }
  });
});
