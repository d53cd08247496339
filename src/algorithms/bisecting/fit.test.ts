import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { adjustedRand } from '../../../tests/support/adjusted-rand';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { toolsOf } from '../../../tests/support/tools';
import { definition } from './definition';
import { fitBisecting, type BisectingParams } from './fit';

const params = (changes: Partial<BisectingParams>): BisectingParams => ({
  ...initialParams(definition.params),
  ...changes,
});

function bisect(matrix: Matrix, changes: Partial<BisectingParams>): Promise<ClusteringFit> {
  return finish(fitBisecting(shardsOf(matrix), params(changes), toolsOf(3)));
}

describe('bisecting K-means', () => {
  it('finds groups that lie apart', async () => {
    const { matrix, truth } = blobs({ clusters: 5, rows: 600, columns: 4, seed: 4 });
    const { labels, isConverged, iterations } = await bisect(matrix, { clusters: 5 });
    expect(adjustedRand(labels, truth)).toBeGreaterThan(0.98);
    expect([isConverged, iterations]).toEqual([true, 4]);
  });

  it('nests: one more cluster only cuts one of the others in two', async () => {
    const { matrix } = blobs({ clusters: 6, rows: 400, columns: 3, spread: 6 });
    for (let clusters = 2; clusters < 8; clusters++) {
      const [coarse, fine] = [
        await bisect(matrix, { clusters }),
        await bisect(matrix, { clusters: clusters + 1 }),
      ];
      const pairs = new Set(Array.from(fine.labels, (label, i) => `${label} ${coarse.labels[i]}`));
      expect(pairs.size).toBe(clusters + 1);
      expect(fine.inertia).toBeLessThan(coarse.inertia);
    }
  });

  it('splits the cluster of most inertia, or that of most rows', async () => {
    // Many rows close together on the left, four far apart on the right.
    const left = Array.from({ length: 40 }, (_, i) => [i / 100]);
    const matrix = matrixOf([...left, [100], [101], [110], [111]]);
    const spread = await bisect(matrix, { clusters: 3, splitNext: 'biggest-inertia' });
    const [a, b, c, d] = spread.labels.slice(-4);
    expect([a === b, c === d, a === c]).toEqual([true, true, false]);
    const largest = await bisect(matrix, { clusters: 3, splitNext: 'largest-cluster' });
    expect(new Set(largest.labels.slice(-4)).size).toBe(1);
  });

  it('never lets inertia grow from one split to the next, and returns the last', async () => {
    const { matrix } = blobs({ clusters: 9, rows: 900, columns: 2, spread: 3 });
    const { trace, inertia, totalInertia } = await bisect(matrix, { clusters: 12 });
    expect(trace).toHaveLength(11);
    [totalInertia, ...trace].reduce((before, now) => {
      expect(now).toBeLessThanOrEqual(before);
      return now;
    });
    expect(trace.at(-1)).toBe(inertia);
  });

  it('stops where only equal rows are left', async () => {
    const matrix = matrixOf([[1], [1], [1], [5], [5], [9]]);
    const fit = await bisect(matrix, { clusters: 10 });
    expect([fit.clusters, fit.inertia, fit.isConverged]).toEqual([3, 0, true]);
    const equal = await bisect(matrixOf([[2], [2]]), { clusters: 4 });
    expect([equal.clusters, equal.iterations]).toEqual([1, 0]);
  });

  it('gives means of its clusters as centroids, whatever the rows', async () => {
    const line = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const fit = await bisect(matrixOf(lines), { clusters: 5, restarts: 2 });
        const distinct = new Set(lines.map(String)).size;
        expect(fit.clusters).toBe(Math.min(5, distinct));
        for (let c = 0; c < fit.clusters; c++) {
          const own = lines.filter((_, i) => fit.labels[i] === c);
          expect(own.length).toBeGreaterThan(0);
          for (let j = 0; j < 2; j++) {
            const mean = own.reduce((sum, values) => sum + values[j]!, 0) / own.length;
            expect(fit.centroids[c * 2 + j]).toBeCloseTo(mean, 12);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
