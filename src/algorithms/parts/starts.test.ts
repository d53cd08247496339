import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../core/matrix';
import { createRandom } from '../../core/random';
import { settle } from '../../core/shard-work';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { start as startParam } from './params';
import { chooseStarts } from './starts';

type Start = Parameters<typeof chooseStarts>[1]['start'];

const ALL = startParam.options;

async function startsOf(
  matrix: Matrix,
  { start, clusters, seed = 1 }: { start: Start; clusters: number; seed?: number },
): Promise<readonly number[][]> {
  const chosen = chooseStarts(shardsOf(matrix), { start, clusters }, createRandom(seed));
  const starts = await settle(chosen);
  const { columns } = matrix;
  return Array.from({ length: starts.length / columns }, (_, s) => [
    ...starts.subarray(s * columns, (s + 1) * columns),
  ]);
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0);
}

describe('starts', () => {
  it.each(ALL)('by %s are rows of the matrix, the same for the same seed', async (start) => {
    const { matrix } = blobs({ clusters: 3, rows: 300, columns: 3 });
    const rows = new Set(
      Array.from({ length: 300 }, (_, i) => matrix.values.slice(i * 3, i * 3 + 3).join()),
    );
    const starts = await startsOf(matrix, { start, clusters: 5 });
    expect(starts).toHaveLength(5);
    for (const values of starts) expect(rows).toContain(Float32Array.from(values).join());
    expect(await startsOf(matrix, { start, clusters: 5 })).toEqual(starts);
    expect(await startsOf(matrix, { start, clusters: 5, seed: 2 })).not.toEqual(starts);
  });

  it.each(['k-means++', 'farthest-first'] as const)(
    'by %s are distinct rows, as many as there are at most',
    async (start) => {
      const values = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 });
      const scale = fc.constantFrom(1e-38, 1e-30, 1, 1e30);
      const property = fc.asyncProperty(
        values,
        fc.integer({ min: 1, max: 6 }),
        scale,
        (drawn, k, by) =>
          startsOf(matrixOf(drawn.map((value) => [value * by])), { start, clusters: k }).then(
            (starts) => {
              const distinct = new Set(starts.map(([value]) => value));
              expect(distinct.size).toBe(starts.length);
              expect(starts).toHaveLength(Math.min(k, new Set(drawn).size));
            },
          ),
      );
      await fc.assert(property, { numRuns: 100 });
    },
  );

  it('farthest first are each the row farthest from those before', async () => {
    const { matrix } = blobs({ clusters: 6, rows: 400, columns: 2 });
    const starts = await startsOf(matrix, { start: 'farthest-first', clusters: 6 });
    const rows = Array.from({ length: 400 }, (_, i) => [...matrix.values.slice(i * 2, i * 2 + 2)]);
    for (let found = 1; found < starts.length; found++) {
      const before = starts.slice(0, found);
      const reach = (row: readonly number[]): number =>
        Math.min(...before.map((start) => squaredDistance(row, start)));
      expect(reach(starts[found]!)).toBeGreaterThan(0.999999 * Math.max(...rows.map(reach)));
    }
  });

  it('of k-means++ fall into as many well separated clouds as there are', async () => {
    const { matrix } = blobs({ clusters: 7, rows: 700, columns: 2, spread: 0.01 });
    const starts = await startsOf(matrix, { start: 'k-means++', clusters: 7 });
    for (const [i, start] of starts.entries()) {
      for (const other of starts.slice(0, i))
        expect(squaredDistance(start, other)).toBeGreaterThan(1);
    }
  });

  it('of k-means++ for fewer clusters are the first of those for more with as many trials', async () => {
    const { matrix } = blobs({ clusters: 9, rows: 500, columns: 3, spread: 3 });
    for (const [few, many] of [
      [3, 7],
      [8, 20],
      [21, 50],
    ] as const) {
      const most = await startsOf(matrix, { start: 'k-means++', clusters: many });
      for (let clusters = few; clusters < many; clusters++) {
        const starts = await startsOf(matrix, { start: 'k-means++', clusters });
        expect(starts).toEqual(most.slice(0, clusters));
      }
    }
  });
});
