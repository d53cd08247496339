import { describe, expect, it } from 'vitest';
import { chooseByGap, summarizeGap } from './gap';

describe('summarizeGap', () => {
  it('equals the definition worked out by hand', () => {
    const [one, two] = summarizeGap(
      [5, 2],
      [
        [5, 4],
        [7, 4],
      ],
    );
    expect(one).toEqual({ gap: 1, error: expect.closeTo(Math.SQRT2 * Math.sqrt(1.5), 14) });
    expect(two).toEqual({ gap: 2, error: 0 });
  });

  it('has no value where nothing spreads, nor without a reference', () => {
    expect(summarizeGap([5, -Infinity], [[5, 4]])).toEqual([{ gap: 0, error: 0 }, null]);
    expect(summarizeGap([5], [[-Infinity]])).toEqual([null]);
    expect(summarizeGap([5], [])).toEqual([null]);
  });
});

describe('chooseByGap', () => {
  const gaps = (...pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([gap, error], i) => ({ clusters: i + 1, gap, error }));

  it('takes the first k that is not below the next less its s', () => {
    expect(chooseByGap(gaps([0.1, 0.01], [0.5, 0.01], [0.505, 0.01], [0.9, 0.01]))).toBe(2);
    expect(chooseByGap(gaps([0.5, 0.01], [0.4, 0.01]))).toBe(1);
  });

  it('takes the last k when the gap only grows', () => {
    expect(chooseByGap(gaps([0.1, 0], [0.2, 0], [0.3, 0]))).toBe(3);
    expect(chooseByGap([])).toBeNull();
  });
});
