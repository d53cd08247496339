import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../core/job';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
  type NewColumn,
} from './create-table';
import { profileTable, type ColumnProfile } from './profile';

async function profileOf(column: NewColumn): Promise<ColumnProfile> {
  const { columns } = await finish(profileTable(createTable([column])));
  return columns[0]!;
}

describe('a profile of values', () => {
  it('counts distinct values and the most frequent ones, without the missing', async () => {
    const text = await profileOf(textColumn('t', ['b', 'a', null, 'b', '', 'c', 'a', 'b']));
    expect(text).toMatchObject({
      missing: 1,
      distinct: 4,
      numbers: null,
      top: [
        { value: 'b', count: 3 },
        { value: 'a', count: 2 },
        { value: '', count: 1 },
        { value: 'c', count: 1 },
      ],
    });
    const flags = await profileOf(booleanColumn('b', Int8Array.of(1, 1, 0, -1)));
    expect(flags).toMatchObject({
      missing: 1,
      distinct: 2,
      top: [{ value: 'true', count: 2 }, {}],
    });
  });

  it('does not count levels that no row has', async () => {
    const column = categoryColumn('c', Int32Array.of(2, 2, -1), ['北京', '上海', '广州']);
    expect(await profileOf(column)).toMatchObject({
      missing: 1,
      distinct: 1,
      top: [{ value: '广州', count: 2 }],
    });
  });

  it('keeps twelve of the most frequent values, first come first among equals', async () => {
    const values = Array.from({ length: 60 }, (_, i) => `v${i % 30}`);
    const { top, distinct } = await profileOf(textColumn('t', values));
    expect(distinct).toBe(30);
    expect(top.map(({ value }) => value)).toEqual(values.slice(0, 12));
  });

  it('counts the least value in a histogram on a log axis', async () => {
    // 1 + 0.013 − 0.013 is less than 1: a careless logarithm falls below the first bin.
    const values = Float64Array.from({ length: 200 }, (_, i) => (i === 7 ? 1e4 : 0.013 + i / 1e3));
    const { numbers } = await profileOf(numberColumn('x', values));
    expect(numbers?.histogram.scale).toBe('log');
    expect(numbers?.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(200);
  });

  it('keeps deviation and skewness of numbers whose squares no double holds', async () => {
    for (const unit of [2 ** 1015, 2 ** -1040]) {
      const values = Float64Array.of(1, 2, 3, 10).map((x) => x * unit);
      const { numbers } = await profileOf(numberColumn('x', values));
      // numpy.std and scipy.stats.skew of 1, 2, 3, 10.
      expect(numbers!.mean / unit).toBe(4);
      expect(numbers!.deviation / unit).toBeCloseTo(3.5355339059327378, 9);
      expect(numbers!.skewness).toBeCloseTo(1.0182337649086284, 12);
    }
  });

  it('tells a column of nothing but missing values from one of zeros', async () => {
    const none = await profileOf(numberColumn('x', Float64Array.of(NaN, NaN)));
    expect(none).toMatchObject({ missing: 2, distinct: 0, numbers: null });
    const zeros = await profileOf(numberColumn('x', Float64Array.of(0, 0)));
    expect(zeros.numbers).toMatchObject({ min: 0, max: 0, zeros: 2, deviation: 0, skewness: 0 });
    expect(zeros.numbers!.histogram).toEqual({ scale: 'linear', from: 0, to: 0, counts: [2] });
  });

  it('gives dates as milliseconds', async () => {
    const days = Float64Array.of(Date.UTC(2024, 0, 1), NaN, Date.UTC(2024, 0, 3));
    const { numbers } = await profileOf(dateColumn('d', days));
    expect(numbers).toMatchObject({ min: days[0], max: days[2], isWhole: true });
  });
});

describe('a histogram', () => {
  it('holds every present number once, the greatest in its last bin', async () => {
    const anyNumbers = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), {
      minLength: 1,
      maxLength: 200,
    });
    await fc.assert(
      fc.asyncProperty(anyNumbers, async (numbers) => {
        const profile = await profileOf(numberColumn('x', Float64Array.from(numbers)));
        const { histogram, min, max, quantiles } = profile.numbers!;
        expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(numbers.length);
        expect([histogram.from, histogram.to]).toEqual([min, max]);
        if (min < max) expect(histogram.counts.at(-1)).toBeGreaterThan(0);
        const ordered = [min, ...quantiles, max];
        expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
      }),
    );
  });

  it('gives each of a few whole numbers a bin of its own', async () => {
    const { numbers } = await profileOf(numberColumn('x', Float64Array.of(0, 1, 1, 2, 5, 5, 5)));
    expect(numbers!.histogram).toEqual({
      scale: 'linear',
      from: 0,
      to: 5,
      counts: [1, 2, 1, 0, 0, 3],
    });
  });

  it('takes a log axis for a long tail', async () => {
    const values = Float64Array.from({ length: 500 }, (_, i) => Math.exp(i / 50));
    const { numbers } = await profileOf(numberColumn('x', values));
    expect(numbers!.histogram.scale).toBe('log');
  });
});
