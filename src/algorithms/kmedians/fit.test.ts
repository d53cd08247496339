import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { adjustedRand } from '../../../tests/support/adjusted-rand';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { definition } from './definition';
import { fitKMedians, type KMediansParams } from './fit';

const params = (changes: Partial<KMediansParams>): KMediansParams => ({
  ...initialParams(definition.params),
  ...changes,
});

function fit(matrix: Matrix, changes: Partial<KMediansParams>): Promise<ClusteringFit> {
  return finish(fitKMedians(shardsOf(matrix), params(changes), { seed: 5 }));
}

describe('K-medians', () => {
  it('finds groups that lie apart', async () => {
    const { matrix, truth } = blobs({ clusters: 5, rows: 600, columns: 4, seed: 4 });
    const { labels, isConverged } = await fit(matrix, { clusters: 5 });
    expect(adjustedRand(labels, truth)).toBeGreaterThan(0.97);
    expect(isConverged).toBe(true);
  });

  it('keeps its centres where most rows are, whatever a few rows do', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => [i < 20 ? i % 5 : 100 + (i % 5)]);
    const { centroids } = await fit(matrixOf([...lines, [1000]]), { clusters: 2 });
    expect([...centroids].sort((a, b) => a - b)).toEqual([2, 102]);
  });

  it('never lets its cost grow from one iteration to the next, and returns the last', async () => {
    const { matrix } = blobs({ clusters: 6, rows: 2000, columns: 3, spread: 5 });
    const { trace, inertia, totalInertia } = await fit(matrix, { clusters: 9, restarts: 2 });
    expect(trace.length).toBeGreaterThan(2);
    [totalInertia, ...trace].reduce((before, now) => {
      expect(now).toBeLessThanOrEqual(before);
      return now;
    });
    expect(trace.at(-1)).toBe(inertia);
  });

  it('gives medians of its clusters as centres and their absolute deviations as cost', async () => {
    const line = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const found = await fit(matrixOf(lines), { clusters: 4, restarts: 2 });
        expect(found.clusters).toBeLessThanOrEqual(Math.min(4, new Set(lines.map(String)).size));
        let cost = 0;
        for (let c = 0; c < found.clusters; c++) {
          const own = lines.filter((_, i) => found.labels[i] === c);
          expect(own.length).toBeGreaterThan(0);
          for (const j of [0, 1]) {
            const sorted = own.map((values) => values[j]!).sort((a, b) => a - b);
            const last = sorted.length - 1;
            const median = (sorted[last >> 1]! + sorted[(last + 1) >> 1]!) / 2;
            expect(found.centroids[c * 2 + j]).toBeCloseTo(median, 12);
            cost += sorted.reduce((sum, x) => sum + Math.abs(x - median), 0);
          }
        }
        expect(found.inertia).toBeCloseTo(cost, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('fills an empty cluster with a row that lies far off', async () => {
    const matrix = matrixOf([[0], [1], [2], [50]]);
    const starts = Float64Array.of(1, 900, -900);
    const job = fitKMedians(shardsOf(matrix), params({ clusters: 3 }), { seed: 1, starts });
    const { clusters, labels } = await finish(job);
    expect(clusters).toBe(3);
    expect(labels[3]).not.toBe(labels[2]);
  });
});
