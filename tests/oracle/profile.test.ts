import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import { createTable, numberColumn } from '../../src/table/create-table';
import { profileTable } from '../../src/table/profile';
import recorded from './profile.json';

/** The larger of absolute and relative difference is at most 1e-9. */
function expectClose(actual: number, expected: number): void {
  const allowed = 1e-9 * Math.max(1, Math.abs(expected));
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(allowed);
}

describe.each(recorded.columns)('profile against numpy and SciPy: $name', (column) => {
  const { expected } = column;
  const values = Float64Array.from(column.values, (value) => value ?? NaN);

  it('gives the same figures', async () => {
    const profile = await finish(profileTable(createTable([numberColumn('x', values)])));
    const { numbers, missing, distinct } = profile.columns[0]!;
    expect({ missing, distinct }).toEqual({
      missing: expected.missing,
      distinct: expected.distinct,
    });
    const { min, max, zeros, negatives, isWhole } = numbers!;
    expect({ min, max, zeros, negatives, isWhole }).toEqual({
      min: expected.min,
      max: expected.max,
      zeros: expected.zeros,
      negatives: expected.negatives,
      isWhole: expected.isWhole,
    });
    expectClose(numbers!.mean, expected.mean);
    expectClose(numbers!.deviation, expected.deviation);
    expectClose(numbers!.skewness, expected.skewness);
    numbers!.quantiles.forEach((quantile, i) => expectClose(quantile, expected.quantiles[i]!));
  });
});
