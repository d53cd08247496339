import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAt } from '../../core/turns';
import { finish } from '../../core/job';
import { categoryColumn, createTable, dateColumn, numberColumn } from '../create-table';
import { toMatrix } from '../to-matrix';
import { shareOfCycle } from './cyclic';
import type { FeatureChoice } from './feature-choice';
import { gowerDistance } from './mixed-distance';
import { murmur3 } from './murmur';
import { compareNaturally } from './ordinal';
import { partLevels } from './rare-levels';
import { applySteps } from './steps';
import { guessSeparator, tagsIn } from './tags';

const usual = { transform: 'none', scale: 'standard', missing: 'median', levels: 12 } as const;
const levels = (...texts: string[]) => texts.map((level, code) => ({ level, code, count: 10 }));

describe('MurmurHash3', () => {
  it('gives the values of the reference implementation', () => {
    // From scikit-learn's murmurhash3_bytes_s32.
    expect(['', 'a', 'foo', '北京', 'hello world'].map(murmur3)).toEqual([
      0, 1009084850, -156908512, 666955079, 1586663183,
    ]);
  });
});

describe('tags', () => {
  it.each([
    ['|', levels('咖啡|早餐', '咖啡', '早餐|烘焙')],
    ['、', levels('咖啡、早餐', '咖啡、烘焙', '早餐')],
    ['; ', levels('a; b', 'b; c', 'a')],
  ])('guesses what stands between: %s', (separator, texts) => {
    expect(guessSeparator(texts)).toBe(separator.trim());
  });

  it('guesses nothing where commas are part of names that never come again', () => {
    const names = Array.from({ length: 50 }, (_, i) => `Street ${i}, No ${i}x`);
    expect(guessSeparator(names.map((level, code) => ({ level, code, count: 1 })))).toBeNull();
    expect(guessSeparator(levels('a', 'b'))).toBeNull();
  });

  it('are trimmed, counted once and never empty', () => {
    expect(tagsIn(' a |b|| a', '|')).toEqual(['a', 'b']);
    expect(tagsIn(' a ', '')).toEqual(['a']);
  });
});

describe('rare levels', () => {
  it('are those with less than a number or a share of the rows, or beyond the first', () => {
    const counted = [60, 30, 6, 4].map((count) => ({ count }));
    const alone = (kept: number, rareBelow: number) =>
      partLevels(counted, 100, { kept, rareBelow }).alone.length;
    expect([alone(9, 0), alone(9, 6), alone(9, 0.06), alone(9, 7), alone(1, 0)]).toEqual([
      4, 3, 3, 2, 1,
    ]);
  });
});

describe('an order', () => {
  it('takes digits as the numbers they are', () => {
    const sorted = ['12-17', '8-11', '18+', '0-7'].sort(compareNaturally);
    expect(sorted).toEqual(['0-7', '8-11', '12-17', '18+']);
  });

  it('is an order: the same whichever way it is asked', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', '0', '2', '北', '-') });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
        if (compareNaturally(a, b) <= 0 && compareNaturally(b, c) <= 0)
          expect(compareNaturally(a, c)).toBeLessThanOrEqual(0);
        expect(compareNaturally(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('a cycle', () => {
  it('has sine and cosine to the last place or two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const { sin, cos } = pointAt(share);
        expect(Math.abs(sin - Math.sin(2 * Math.PI * share))).toBeLessThan(1e-15);
        expect(Math.abs(cos - Math.cos(2 * Math.PI * share))).toBeLessThan(1e-15);
      }),
    );
    expect([0, 0.25, 0.5, 0.75].map((share) => pointAt(share).sin)).toEqual([0, 1, -0, -1]);
  });

  it('counts dates before 1970 and in leap years, Monday first', () => {
    const at = (day: string) => Date.parse(`${day}T18:30:00Z`);
    expect(shareOfCycle('weekday', at('1969-12-29'))).toBe(0);
    expect(shareOfCycle('weekday', at('2024-06-02'))).toBe(6 / 7);
    expect(shareOfCycle('hour', at('1969-12-31'))).toBe(0.75);
    expect(shareOfCycle('day-of-year', at('2024-12-31'))).toBe(365 / 366);
    expect(shareOfCycle('day-of-year', at('1900-12-31'))).toBe(364 / 365);
  });
});

describe('missing values', () => {
  const numbers = numberColumn('n', Float64Array.of(1, 2, 3, 4, 5, 6));
  const table = createTable([
    numbers,
    categoryColumn('c', Int32Array.of(0, 0, 0, 1, 1, -1), ['x', 'y']),
    dateColumn('d', Float64Array.of(0, 864e5, NaN, 3 * 864e5, 864e5, 864e5)),
  ]);
  const column = (name: string) => table.columns.find((each) => each.name === name)!;
  const matrixOf = async (choice: Partial<FeatureChoice> & { name: string }) => {
    const { name, ...rules } = choice;
    const choices = [{ ...usual, scale: 'none' as const, column: column(name), ...rules }];
    const { value } = await finish(toMatrix(table, choices));
    const { columns, values } = value.matrix;
    return {
      names: value.features.map((feature) => feature.name),
      last: Array.from(values.slice(-columns)),
      rows: value.matrix.rows,
      values,
    };
  };

  it('of a category are a level of their own, the most frequent level, or drop the row', async () => {
    expect((await matrixOf({ name: 'c', missing: 'own' })).last).toEqual([0, 0, 1]);
    expect((await matrixOf({ name: 'c', missing: 'mode' })).last).toEqual([1, 0]);
    expect((await matrixOf({ name: 'c', missing: 'drop' })).rows).toBe(5);
  });

  it('are never 0 in an order or a frequency', async () => {
    const ordinal = await matrixOf({
      name: 'c',
      encode: 'ordinal',
      order: ['y', 'x'],
      missing: 'own',
    });
    expect(ordinal).toMatchObject({ names: ['c', 'c = —'], last: [1, 1] });
    const mode = await matrixOf({
      name: 'c',
      encode: 'ordinal',
      order: ['y', 'x'],
      missing: 'mode',
    });
    expect(mode).toMatchObject({ names: ['c'], last: [1] });
    expect((await matrixOf({ name: 'c', encode: 'count', missing: 'own' })).last).toEqual([1]);
    expect((await matrixOf({ name: 'c', encode: 'count', missing: 'mode' })).last).toEqual([3]);
  });

  it('of a date go to the usual part of the cycle, not to the middle of the circle', async () => {
    const rules = {
      name: 'd',
      encode: 'none',
      cycles: ['weekday'],
      missing: 'median-flag',
    } as const;
    const { names, values } = await matrixOf(rules);
    expect(names).toEqual(['d · sin weekday', 'd · cos weekday', 'd = —']);
    const [sin, cos, flag] = values.subarray(6, 9);
    expect(flag).toBe(1);
    expect(sin! ** 2 + cos! ** 2).toBeCloseTo(1, 6);
    expect([...values.subarray(6, 8)]).toEqual([...values.subarray(3, 5)]);
  });
});

describe('a date', () => {
  it('of which only cycles are wanted stays an age until a cycle is named', async () => {
    const table = createTable([dateColumn('d', Float64Array.of(0, 864e5, 5 * 864e5))]);
    const choice = { ...usual, scale: 'none', column: table.columns[0]!, encode: 'none' } as const;
    const { value } = await finish(toMatrix(table, [choice]));
    expect([...value.matrix.values]).toEqual([5, 4, 0]);
  });
});

describe('numbers as codes', () => {
  it('become one feature a level, missing among them', async () => {
    const table = createTable([numberColumn('region', Float64Array.of(1, 2, 3, NaN, 3))]);
    const choice = {
      ...usual,
      column: table.columns[0]!,
      encode: 'one-hot',
      missing: 'own',
    } as const;
    const { value } = await finish(toMatrix(table, [choice]));
    expect(value.features.map(({ name }) => name)).toEqual([
      'region = 3',
      'region = 1',
      'region = 2',
      'region = —',
    ]);
    expect(value.features.map(({ steps }) => applySteps(steps, 2))).toEqual([0, 0, 1, 0]);
    expect([...value.matrix.values.slice(12, 16)]).toEqual([0, 0, 0, 1]);
  });
});

describe('Gower’s distance', () => {
  it('is symmetric, from 0 to 1, and 0 to itself', () => {
    const row = fc.record({
      numbers: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }),
      codes: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(row, row, (a, b) => {
        const scale = { ranges: [10, 10, 10] };
        const distance = gowerDistance(a, b, scale);
        expect(distance).toBe(gowerDistance(b, a, scale));
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(gowerDistance(a, a, scale)).toBe(0);
      }),
    );
  });
});
