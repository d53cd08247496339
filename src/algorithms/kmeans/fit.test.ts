import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish, type Progress } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { definition } from './definition';
import { fitKMeans, type KMeansParams } from './fit';

function run(
  matrix: Matrix,
  changes: Partial<KMeansParams> & { seed?: number; starts?: Float64Array } = {},
): Promise<ClusteringFit> {
  const { seed = 1, starts, ...params } = changes;
  const tools = starts ? { seed, starts } : { seed };
  return finish(
    fitKMeans(shardsOf(matrix), { ...initialParams(definition.params), ...params }, tools),
  );
}

/** Distances computed by hand: is every row with its nearest centroid, and is inertia their sum? */
function expectConsistent(matrix: Matrix, fit: ClusteringFit, error = 1e-12): void {
  const { columns } = matrix;
  const counts = new Array<number>(fit.clusters).fill(0);
  let inertia = 0;
  for (let i = 0; i < matrix.rows; i++) {
    const distances = Array.from({ length: fit.clusters }, (_, c) => {
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        sum += (matrix.values[i * columns + j]! - fit.centroids[c * columns + j]!) ** 2;
      }
      return sum;
    });
    const own = distances[fit.labels[i]!]!;
    expect(own).toBe(Math.min(...distances));
    counts[fit.labels[i]!]!++;
    inertia += own;
  }
  expect(counts.every((count) => count > 0)).toBe(true);
  expect(Math.abs(fit.inertia - inertia)).toBeLessThanOrEqual(error * inertia);
  expect(fit.trace.at(-1)).toBe(fit.inertia);
  expect(fit.trace).toHaveLength(fit.iterations);
}

describe('fitKMeans', () => {
  it('finds clouds that lie well apart', async () => {
    const { matrix, truth } = blobs({ clusters: 4, rows: 400, columns: 3, spread: 0.5 });
    const fit = await run(matrix);
    expectConsistent(matrix, fit);
    const pairs = new Set(Array.from(truth, (cloud, i) => `${cloud}:${fit.labels[i]}`));
    expect([fit.clusters, pairs.size, fit.isConverged]).toEqual([4, 4, true]);
  });

  it('gives the same result for the same seed and leaves its input untouched', async () => {
    const { matrix } = blobs({ clusters: 6, rows: 500, spread: 4 });
    const before = matrix.values.slice();
    expect(await run(matrix, { seed: 5 })).toEqual(await run(matrix, { seed: 5 }));
    expect(matrix.values).toEqual(before);
  });

  it.each(['k-means++', 'random'] as const)(
    'keeps the best of the restarts, of equal ones the earliest (%s)',
    async (start) => {
      const { matrix } = blobs({ clusters: 9, rows: 600, spread: 3 });
      const fit = await run(matrix, { clusters: 9, restarts: 12, start });
      const inertias = fit.restarts.map(({ inertia }) => inertia);
      expect(fit.best).toBe(inertias.indexOf(Math.min(...inertias)));
      expect(fit.inertia).toBe(Math.min(...inertias));
      expectConsistent(matrix, fit);
    },
  );

  it('never lets inertia grow from one iteration to the next', async () => {
    const { matrix } = blobs({ clusters: 8, rows: 1000, spread: 5 });
    const { trace } = await run(matrix, {
      clusters: 8,
      restarts: 1,
      start: 'random',
      tolerance: 0,
    });
    expect(trace.length).toBeGreaterThan(3);
    trace.slice(1).forEach((inertia, i) => {
      expect(inertia).toBeLessThanOrEqual(trace[i]! * (1 + 1e-12));
    });
  });

  it('moves every centroid by what all rows are moved by', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 90, spread: 0.5 });
    // Powers of two keep the shifted values exact.
    const moved = { ...matrix, values: matrix.values.map((x) => Math.fround(x * 64) + 1024) };
    const [fit, other] = [
      await run({ ...matrix, values: matrix.values.map((x) => x * 64) }),
      await run(moved),
    ];
    other.centroids.forEach((x, i) => expect(x - 1024).toBeCloseTo(fit.centroids[i]!, 2));
  });

  it('betters the best restart by moving a centroid, and never worsens it', async () => {
    // Random rows of nine clouds rarely hit every cloud: one start alone nearly always gets stuck.
    const { matrix } = blobs({ clusters: 9, rows: 900, spread: 0.4, seed: 5 });
    const one = { clusters: 9, restarts: 1, start: 'random' } as const;
    let gains = 0;
    for (let seed = 0; seed < 8; seed++) {
      const plain = await run(matrix, { ...one, seed, refine: false });
      const refined = await run(matrix, { ...one, seed, refine: true });
      expectConsistent(matrix, refined);
      expect(refined.inertia).toBeLessThanOrEqual(plain.inertia);
      expect(refined.trace.slice(0, plain.trace.length)).toEqual(plain.trace);
      expect(refined.restarts[refined.best]?.inertia).toBe(refined.inertia);
      refined.trace.slice(1).forEach((inertia, i) => {
        expect(inertia).toBeLessThanOrEqual(refined.trace[i]! * (1 + 1e-12));
      });
      if (refined.inertia < plain.inertia * 0.99) gains++;
    }
    expect(gains).toBeGreaterThan(4);
  });

  it('marks a fit that ran out of iterations as not converged, with labels that match', async () => {
    const { matrix } = blobs({ clusters: 8, rows: 1000, spread: 5 });
    const fit = await run(matrix, { clusters: 8, restarts: 1, start: 'random', maxIterations: 2 });
    expect([fit.isConverged, fit.iterations]).toEqual([false, 2]);
    expectConsistent(matrix, fit);
  });
});

describe('fitKMeans on few distinct rows', () => {
  const three = matrixOf([
    [1, 1],
    [5, 5],
    [1, 1],
    [9, 1],
    [5, 5],
    [1, 1],
  ]);

  it.each(['k-means++', 'random'] as const)(
    'returns as many clusters as there are distinct rows, without gaps (%s)',
    async (start) => {
      const fit = await run(three, { clusters: 5, start });
      expect([fit.clusters, fit.inertia, fit.isConverged]).toEqual([3, 0, true]);
      expect(new Set(fit.labels)).toEqual(new Set([0, 1, 2]));
      expectConsistent(three, fit);
    },
  );

  it.each([
    { name: 'one row', lines: [[3, 4]], clusters: 1 },
    { name: 'one column', lines: [[1], [2], [10], [11]], clusters: 4 },
    {
      name: 'equal rows',
      lines: [
        [2, 2],
        [2, 2],
        [2, 2],
      ],
      clusters: 1,
    },
    { name: 'as many clusters as rows', lines: [[0], [1], [2], [3]], clusters: 4 },
  ])('accepts $name', async ({ lines, clusters }) => {
    const matrix = matrixOf(lines);
    for (const start of ['k-means++', 'random'] as const) {
      const fit = await run(matrix, { clusters: 4, start });
      expect(fit.clusters).toBe(clusters);
      expectConsistent(matrix, fit);
    }
  });

  it('refuses a matrix without rows', async () => {
    const empty = { rows: 0, columns: 2, values: new Float32Array(0) };
    await expect(run(empty)).rejects.toMatchObject({ code: 'too-few-rows' });
  });

  it('gives an empty cluster the farthest row', async () => {
    const matrix = matrixOf([[0], [1], [2], [50]]);
    // The third start attracts nothing.
    const fit = await run(matrix, { starts: Float64Array.of(1, 1.25, -1000) });
    expect(fit.clusters).toBe(3);
    expectConsistent(matrix, fit);
  });

  it('never returns a value that is not a number, at any scale', async () => {
    for (const scale of [1e-30, 1e-6, 1, 1e6, 1e30]) {
      const { matrix } = blobs({ clusters: 3, rows: 60 });
      const scaled = { ...matrix, values: matrix.values.map((x) => x * scale) };
      const fit = await run(scaled, { clusters: 3 });
      expect([...fit.centroids, fit.inertia, ...fit.trace].every(Number.isFinite)).toBe(true);
      expectConsistent(scaled, fit);
    }
  });
});

describe('the job of fitKMeans', () => {
  const { matrix } = blobs({ clusters: 8, rows: 60_000, columns: 4, spread: 6 });

  async function steps(limit = Infinity): Promise<Progress<ClusteringFit>[]> {
    const params = { ...initialParams(definition.params), clusters: 8, restarts: 3 };
    const job = fitKMeans(shardsOf(matrix), params, { seed: 1 });
    const seen: Progress<ClusteringFit>[] = [];
    for (;;) {
      const step = await job.next();
      if (step.done) return seen;
      seen.push(step.value);
      if (seen.length < limit) continue;
      // A partial result is asked for before the job is ended.
      const partial = await step.value.partial?.();
      if (partial) expectConsistent(matrix, partial);
      await job.return(undefined as unknown as ClusteringFit);
      return seen;
    }
  }

  it('yields in every block of rows and never moves backwards', async () => {
    const seen = await steps();
    expect(seen.length).toBeGreaterThan(50);
    seen.slice(1).forEach(({ done, total }, i) => {
      expect(done).toBeGreaterThanOrEqual(seen[i]!.done);
      expect(done).toBeLessThanOrEqual(total);
    });
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(
      new Set(['starting', 'iterating', 'refining']),
    );
  });

  it.each([130, 200, 400])('offers the last finished iteration after %i steps', async (limit) => {
    const seen = await steps(limit);
    expect(seen.at(-1)?.partial).toBeDefined();
  });

  it('offers labels that belong to the centroids, wherever it is stopped', async () => {
    const { matrix: wide } = blobs({ clusters: 5, rows: 2_000, columns: 40, spread: 9 });
    // Ends while labels still change.
    const own = { clusters: 5, restarts: 1, tolerance: 0.1, refine: false };
    const job = fitKMeans(
      shardsOf(wide),
      { ...initialParams(definition.params), ...own },
      { seed: 1 },
    );
    let offered = 0;
    for (let step = await job.next(); !step.done; step = await job.next()) {
      const partial = await step.value.partial?.();
      if (!partial || partial.iterations === 0) continue;
      offered++;
      // The inertia between iterations is right to 1e-9.
      expectConsistent(wide, partial, 1e-9);
    }
    expect(offered).toBeGreaterThan(5);
  });
});
