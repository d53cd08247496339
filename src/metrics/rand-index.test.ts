import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestMatchJaccard } from './jaccard';
import { adjustedRandIndex } from './rand-index';

const labellings = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 40 });

describe('adjustedRandIndex', () => {
  it('is 1 for equal labellings, whatever the labels are called, and symmetric', () => {
    fc.assert(
      fc.property(labellings, (found) => {
        const labels = Int32Array.from(found);
        const renamed = labels.map((label) => 4 - label);
        const other = labels.map((label, i) => (label + (i % 3)) % 5);
        expect(adjustedRandIndex(labels, renamed)).toBe(1);
        expect(adjustedRandIndex(labels, other)).toBe(adjustedRandIndex(other, labels));
      }),
    );
  });
});

describe('bestMatchJaccard', () => {
  const sizes = { clusters: 5, otherClusters: 5 };

  it('is 1 for each cluster of an equal labelling, and never above', () => {
    fc.assert(
      fc.property(labellings, (found) => {
        const labels = Int32Array.from(found);
        const same = bestMatchJaccard(labels, labels, sizes);
        same.forEach((value, c) => expect(value).toBe(labels.includes(c) ? 1 : null));
        const other = labels.map((label, i) => (label + (i % 2)) % 5);
        for (const value of bestMatchJaccard(labels, other, sizes)) {
          if (value !== null) expect(value).toBeGreaterThan(0);
          if (value !== null) expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('counts noise as a member of no cluster', () => {
    const [first, second] = bestMatchJaccard(
      Int32Array.of(0, 0, 0, 1, -1),
      Int32Array.of(1, 1, -1, 0, 0),
      { clusters: 2, otherClusters: 2 },
    );
    expect([first, second]).toEqual([2 / 3, 1 / 2]);
  });
});
