import { describe, expect, it } from 'vitest';
import { chooseDistinct, createRandom, randomOf } from './random';

describe('createRandom', () => {
  it('is xoshiro128**, number for number', () => {
    // The vector of rand_xoshiro, made with the reference implementation.
    const random = randomOf(Uint32Array.of(1, 2, 3, 4));
    expect(Array.from({ length: 6 }, random.nextUint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ]);
  });

  it('gives the same numbers for the same seed and stream, and others for others', () => {
    const first = (seed: number, ...stream: (string | number)[]): number =>
      createRandom(seed, ...stream).nextUint32();
    expect(first(1, 'kmeans', 0)).toBe(first(1, 'kmeans', 0));
    const firsts = [
      first(1, 'kmeans', 0),
      first(2, 'kmeans', 0),
      first(1, 'kmeans', 1),
      first(1, 'kmeans'),
      first(1),
      first(0),
      first(-1),
      first(0.5),
      first(1, 'ab', 'c'),
      first(1, 'a', 'bc'),
    ];
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('spreads evenly over [0, 1) for neighbouring seeds', () => {
    const bins = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 2000; seed++) {
      const random = createRandom(seed, 'test');
      for (let i = 0; i < 10; i++) bins[Math.floor(random.next() * 10)]!++;
    }
    // Chi-square with 9 degrees of freedom: 27.9 is the 0.1 % point.
    const chiSquare = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('draws below a limit without leaving the range, whatever the limit', () => {
    const random = createRandom(7);
    for (const limit of [1, 2, 3, 7, 1000, 2 ** 31 + 1, 2 ** 32]) {
      for (let i = 0; i < 100; i++) {
        const drawn = random.below(limit);
        expect(drawn >= 0 && drawn < limit && Number.isInteger(drawn)).toBe(true);
      }
    }
  });
});

describe('chooseDistinct', () => {
  it('never repeats and reaches every place', () => {
    const all = chooseDistinct(createRandom(3), 50, 50);
    expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(chooseDistinct(createRandom(3), 9, 4)).toHaveLength(4);
    expect(chooseDistinct(createRandom(3), 3, 1)).toEqual(Uint32Array.of(0));
  });

  it('chooses every row about equally often', () => {
    const hits = new Array<number>(8).fill(0);
    for (let seed = 0; seed < 4000; seed++) {
      for (const row of chooseDistinct(createRandom(seed), 2, 8)) hits[row]!++;
    }
    // 1,000 expected each, standard deviation about 27.
    expect(hits.every((count) => Math.abs(count - 1000) < 130)).toBe(true);
  });
});
