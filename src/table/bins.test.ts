import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBins } from './bins';

function countsOf(values: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  const binOf = createBins(Math.min(...values), Math.max(...values), bins);
  for (const value of values) counts[binOf(value)]!++;
  return counts;
}

const tenths = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => (from + i) / 10);

describe('equal bins', () => {
  it('are those of numpy.histogram, also for values on their edges', () => {
    expect(countsOf(tenths(-34, 14), 24)).toEqual([3, 1, ...new Array<number>(21).fill(2), 3]);
    expect(countsOf(tenths(43, 79), 24)).toEqual([
      2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2,
    ]);
  });

  it('hold every value, whatever its size', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, double, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        fc.pre(a !== b);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const binOf = createBins(from, to, 24);
        const between = Math.min(to, Math.max(from, from * (1 - share) + to * share));
        expect([binOf(from), binOf(to)]).toEqual([0, 23]);
        expect(binOf(between)).toBeGreaterThanOrEqual(0);
        expect(binOf(between)).toBeLessThan(24);
      }),
      // To shrink a double takes for ever.
      {
        numRuns: 1000,
        endOnFailure: true,
        examples: [[1.3015687501394988e-150, 1.301568750139499e-150, 0]],
      },
    );
  });
});
