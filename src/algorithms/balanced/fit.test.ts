import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { definition } from './definition';
import { fitBalanced, type BalancedParams } from './fit';
import { limitsOf } from './limits';
import { select } from './select';

const params = (changes: Partial<BalancedParams>): BalancedParams => ({
  ...initialParams(definition.params),
  restarts: 2,
  ...changes,
});

function fit(matrix: Matrix, changes: Partial<BalancedParams>): Promise<ClusteringFit> {
  return finish(fitBalanced(shardsOf(matrix), params(changes), { seed: 5 }));
}

function sizesOf({ labels, clusters }: ClusteringFit): number[] {
  const sizes = new Array<number>(clusters).fill(0);
  for (const label of labels) sizes[label]!++;
  return sizes;
}

/** Seven rows in a cloud for each one elsewhere. */
function lopsided(rows: number): Matrix {
  const { matrix } = blobs({ clusters: 4, rows, columns: 3, spread: 1.5, seed: 8 });
  const values = matrix.values.map((value, at) =>
    Math.floor(at / 3) % 8 < 7 ? value / 50 : value,
  );
  return { ...matrix, values };
}

describe('limits', () => {
  const sizes = (changes: Partial<BalancedParams>, rows = 100) => limitsOf(rows, params(changes));

  it('are read in the unit that is named', () => {
    expect(sizes({})).toEqual({ least: 13, most: 50 });
    expect(sizes({ sizeUnit: 'percent', minSize: 7, maxSize: 40 })).toEqual({ least: 7, most: 40 });
    expect(sizes({ sizeUnit: 'rows', minSize: 20, maxSize: 0 })).toEqual({ least: 20, most: 100 });
  });

  it('leave room for whole rows when they are about an even share', () => {
    expect(sizes({ minSize: 100, maxSize: 100, clusters: 3 })).toEqual({ least: 33, most: 34 });
    expect(sizes({}, 1)).toEqual({ least: 1, most: 1 });
  });

  it.each([
    ['too small a largest', { sizeUnit: 'percent', maxSize: 20, minSize: 0 }],
    ['too large a least', { sizeUnit: 'rows', minSize: 26, maxSize: 0 }],
    ['a least above the largest', { sizeUnit: 'percent', minSize: 30, maxSize: 25 }],
    ['whole rows that do not fit', { sizeUnit: 'rows', clusters: 3, minSize: 33, maxSize: 33 }],
  ] as const)('refuse %s', (_what, changes) => {
    expect(() => sizes(changes)).toThrow('sizes-impossible');
  });
});

it('selects what sorting would put there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), (numbers) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      for (const place of sorted.keys()) {
        expect(select(Float64Array.from(numbers), place)).toBe(sorted[place]);
      }
    }),
  );
});

describe('balanced K-means', () => {
  it('keeps its limits to the row', async () => {
    const found = await fit(lopsided(3000), { minSize: 90, maxSize: 110 });
    const sizes = sizesOf(found);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(675);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(825);
    expect(found.unlimitedInertia).toBeLessThan(found.inertia);
  });

  it('keeps one limit without the other', async () => {
    const matrix = lopsided(800);
    const least = await fit(matrix, { sizeUnit: 'rows', minSize: 150, maxSize: 0 });
    expect(Math.min(...sizesOf(least))).toBe(150);
    const most = await fit(matrix, { sizeUnit: 'rows', minSize: 0, maxSize: 250 });
    expect(Math.max(...sizesOf(most))).toBe(250);
  });

  it('is K-means where the limits are not in the way', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 400, columns: 3, seed: 2 });
    const found = await fit(matrix, { minSize: 10, maxSize: 0 });
    const free = await fit(matrix, { minSize: 0, maxSize: 0 });
    expect(found).toEqual(free);
    expect(found.unlimitedInertia).toBe(found.inertia);
  });

  it('divides equal rows where the limits ask for it', async () => {
    const equal = matrixOf(Array.from({ length: 20 }, () => [3, -4]));
    expect(sizesOf(await fit(equal, { sizeUnit: 'percent', minSize: 0, maxSize: 30 }))).toEqual([
      6, 6, 6, 2,
    ]);
  });

  it('keeps any limits that can be kept, with means as centroids and no empty cluster', async () => {
    const lines = fc.array(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 2 }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    const asked = fc.record({
      clusters: fc.integer({ min: 2, max: 6 }),
      low: fc.integer({ min: 0, max: 100 }),
      high: fc.integer({ min: 100, max: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(lines, asked, async (rows, { clusters, low, high }) => {
        const sizes = { clusters, minSize: low, maxSize: high };
        const found = await fit(matrixOf(rows), sizes);
        const { least, most } = limitsOf(rows.length, params(sizes));
        for (const size of sizesOf(found)) {
          expect(size).toBeGreaterThanOrEqual(Math.max(1, least));
          expect(size).toBeLessThanOrEqual(most);
        }
        let inertia = 0;
        rows.forEach((row, i) =>
          row.forEach((value, j) => {
            inertia += (value - found.centroids[found.labels[i]! * 2 + j]!) ** 2;
          }),
        );
        expect(found.inertia).toBeCloseTo(inertia, 6);
        expect(found.inertia).toBeLessThanOrEqual(found.totalInertia * (1 + 1e-9));
      }),
      { numRuns: 150 },
    );
  });

  it('works on many rows from a sample of them first', async () => {
    const found = await fit(lopsided(100_000), { minSize: 80, maxSize: 120, restarts: 1 });
    const sizes = sizesOf(found);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(30_000);
  });

  it('says of a fit stopped before its limits hold that it is not settled', async () => {
    const job = fitBalanced(shardsOf(lopsided(2000)), params({ maxSize: 101 }), { seed: 1 });
    for (let steps = 0; steps < 500; steps++) {
      const step = await job.next();
      if (step.done) throw new Error('over too soon');
      if (!step.value.partial) continue;
      expect((await step.value.partial()).isConverged).toBe(false);
      await job.return(undefined as never);
      return;
    }
    throw new Error('never offered anything');
  });
});
