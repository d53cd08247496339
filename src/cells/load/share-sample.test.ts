import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharesOf } from './share-sample';

it('gives each file its share by its rows, and all of them what was asked for', () => {
  expect(sharesOf([900, 90, 10], 100)).toEqual([90, 9, 1]);
  expect(sharesOf([1, 1, 1], 2)).toEqual([1, 1, 0]);
  expect(sharesOf([3, 4], 10)).toEqual([3, 4]);
  const sizes = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 5000 }), (rows, wanted) => {
      const shares = sharesOf(rows, wanted);
      const total = rows.reduce((sum, count) => sum + count, 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(total, wanted));
      shares.forEach((share, i) => {
        expect(share).toBeLessThanOrEqual(rows[i]!);
        if (total > wanted) expect(Math.abs(share - (wanted * rows[i]!) / total)).toBeLessThan(1);
      });
    }),
  );
});
