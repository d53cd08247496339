import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenSegments, sizesIn } from './hidden-segments';

const hidden = (sizes: readonly number[], least: number) =>
  [...hiddenSegments(sizes, least)].sort();

describe('the segments that a report hides', () => {
  it('are those under the limit, and none when all are large enough', () => {
    expect(hidden([900, 40, 3, 2], 5)).toEqual([2, 3]);
    expect(hidden([900, 40, 5], 5)).toEqual([]);
    expect(hidden([900, 1], 1)).toEqual([]);
  });

  it('are never so few rows that the others give them away', () => {
    expect(hidden([900, 40, 3], 5)).toEqual([1, 2]);
    expect(hidden([900, 3], 5)).toEqual([0, 1]);
  });

  it('hold no rows at all or at least the limit, unless everything is hidden', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 40 }), (all, least) => {
        const found = hiddenSegments(all, least);
        const rows = [...found].reduce((sum, index) => sum + all[index]!, 0);
        const shown = all.filter((size, index) => size > 0 && !found.has(index));
        expect(shown.every((size) => size >= least)).toBe(true);
        expect(found.size === 0 || rows >= least || shown.length === 0).toBe(true);
      }),
    );
  });

  it('are told from what a clustering shows', () => {
    expect(sizesIn({ sizes: [3, 4] })).toEqual([3, 4]);
    expect(sizesIn({ segments: [{ rows: 2 }, { rows: 1 }] })).toEqual([2, 1]);
    expect(sizesIn({ segments: [{ share: 2 }] })).toBeNull();
    expect(sizesIn(null)).toBeNull();
  });
});
