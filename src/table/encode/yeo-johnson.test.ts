import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import { createRandom } from '../../core/random';
import { fitYeoJohnson } from './yeo-johnson';

function skewed(rows: number): Float64Array {
  const random = createRandom(5, 'skewed');
  return Float64Array.from({ length: rows }, () => 50 * random.next() ** 4 - 5);
}

const lambdaOf = async (values: Float64Array) => (await finish(fitYeoJohnson(values))).lambda;

describe('fitYeoJohnson', () => {
  it('finds the same λ for a long column as for the short one that it repeats', async () => {
    const short = skewed(500);
    const long = Float64Array.from({ length: 60_000 }, (_, row) => short[row % 500]!);
    expect(await lambdaOf(long)).toBeCloseTo(await lambdaOf(short), 10);
  });

  it('counts all rows of a long column, not only every n-th', async () => {
    const long = skewed(60_000);
    const other = long.map((value, row) => (row % 3 === 0 ? value : value * 1.5));
    expect(await lambdaOf(other)).not.toBeCloseTo(await lambdaOf(long), 3);
  });

  it('searches all rows where the likelihood still rises at the bound', async () => {
    const long = Float64Array.from({ length: 30_000 }, (_, row) => 1.7e12 + ((row * 7919) % 1e9));
    expect(Number.isFinite(await lambdaOf(long))).toBe(true);
  });

  it('does not change a column without variation, or without values', async () => {
    expect(await lambdaOf(Float64Array.of(3, NaN, 3))).toBe(1);
    expect(await lambdaOf(Float64Array.of(NaN))).toBe(1);
  });
});
