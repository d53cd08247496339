import { describe, expect, it } from 'vitest';
import { toHistogram } from './histogram';

const filled = (values: readonly number[]) =>
  toHistogram(Float64Array.from(values)).counts.flatMap((count, bin) => (count > 0 ? [bin] : []));

describe('the histogram of a feature', () => {
  it('puts values on the edge of a bin into the upper one, as numpy.histogram does', () => {
    // numpy.histogram([1, 2, 3, 4, 5], bins=24)[0].nonzero()
    expect(filled([1, 2, 3, 4, 5])).toEqual([0, 6, 12, 18, 23]);
    expect(filled([0, 1, 2, 3])).toEqual([0, 8, 16, 23]);
  });

  it('counts every number once, and no missing one', () => {
    const { counts, from, to } = toHistogram(Float64Array.of(-1e308, NaN, 1e307, 1e308, 1e308));
    expect([from, to, counts[0], counts[13], counts[23]]).toEqual([-1e308, 1e308, 1, 1, 2]);
    expect(toHistogram(Float64Array.of(NaN)).counts).toEqual(new Array(24).fill(0));
    expect(toHistogram(Float64Array.of(3, 3)).counts[0]).toBe(2);
  });
});
