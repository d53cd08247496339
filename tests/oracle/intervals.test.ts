import { describe, expect, it } from 'vitest';
import {
  meanInterval,
  newcombeInterval,
  welchInterval,
  wilsonInterval,
  type Interval,
  type Moments,
} from '../../src/metrics/intervals';
import { tQuantile } from '../../src/metrics/t-quantile';
import recorded from './intervals.json';

function momentsOf(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, squares };
}

function expectInterval(actual: Interval | null, [low, high]: readonly number[]): void {
  expect(actual?.low).toBeCloseTo(low!, 9);
  expect(actual?.high).toBeCloseTo(high!, 9);
}

describe('intervals against SciPy', () => {
  it.each(recorded.quantiles)('has the t quantile for %d degrees', (degrees, quantile) => {
    expect(tQuantile(degrees!)).toBeCloseTo(quantile!, 10);
  });

  it.each(recorded.pairs)('encloses means and their difference', (pair) => {
    const [first, second] = [momentsOf(pair.first), momentsOf(pair.second)];
    expectInterval(meanInterval(first), pair.mean);
    expectInterval(welchInterval(first, second), pair.welch);
  });

  it.each(recorded.shares)('encloses the share $hits of $count', (share) => {
    expectInterval(wilsonInterval(share.hits, share.count), share.wilson);
    expectInterval(newcombeInterval(share, { hits: 411, count: 1000 }), share.newcombe);
  });
});

describe('what has no interval', () => {
  it('is the mean of one value, and a share of none', () => {
    const one = { count: 1, mean: 3, squares: 0 };
    expect(meanInterval(one)).toBeNull();
    expect(welchInterval(one, { count: 9, mean: 1, squares: 4 })).toBeNull();
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('has no width where all values are the same', () => {
    const same = { count: 9, mean: 3, squares: 0 };
    expect(meanInterval(same)).toEqual({ low: 3, high: 3 });
    expect(welchInterval(same, { ...same, mean: 1 })).toEqual({ low: 2, high: 2 });
  });
});
