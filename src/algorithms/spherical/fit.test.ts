import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { NOISE } from '../../core/values';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { toolsOf } from '../../../tests/support/tools';
import { definition } from './definition';
import { fitSpherical, type SphericalParams } from './fit';

const params = (changes: Partial<SphericalParams>): SphericalParams => ({
  ...initialParams(definition.params),
  ...changes,
});

function fit(matrix: Matrix, changes: Partial<SphericalParams>): Promise<ClusteringFit> {
  return finish(fitSpherical(shardsOf(matrix), params(changes), toolsOf(5)));
}

describe('spherical K-means', () => {
  it('looks at directions alone', async () => {
    const matrix = matrixOf([
      [1, 0.1],
      [100, 9],
      [0.001, 0],
      [0.2, 3],
      [5, 90],
      [0, 1e-6],
    ]);
    const { labels } = await fit(matrix, { clusters: 2 });
    expect([...labels].map((label) => label === labels[0])).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('does not change when rows are scaled', async () => {
    const { matrix } = blobs({ clusters: 5, rows: 500, columns: 4, spread: 3 });
    const scaled = matrix.values.map((value, at) => value * 2 ** ((Math.floor(at / 4) % 9) - 4));
    const [plain, other] = [
      await fit(matrix, { clusters: 5 }),
      await fit({ ...matrix, values: scaled }, { clusters: 5 }),
    ];
    expect(other.labels).toEqual(plain.labels);
    expect(other.inertia).toBe(plain.inertia);
  });

  it('takes rows of zeros for noise, and gives means of the rows as they came', async () => {
    const matrix = matrixOf([
      [0, 0],
      [2, 0],
      [4, 0],
      [0, 0],
      [0, 3],
    ]);
    const fitted = await fit(matrix, { clusters: 2 });
    expect([fitted.labels[0], fitted.labels[3]]).toEqual([NOISE, NOISE]);
    const first = fitted.labels[1]!;
    expect([...fitted.centroids.subarray(first * 2, first * 2 + 2)]).toEqual([3, 0]);
    expect([fitted.clusters, fitted.inertia]).toEqual([2, 0]);
  });

  it('finds no cluster where every row is zero', async () => {
    const { clusters, labels, centroids } = await fit(matrixOf([[0], [0]]), { clusters: 2 });
    expect([clusters, [...labels], centroids.length]).toEqual([0, [NOISE, NOISE], 0]);
  });

  it('survives opposite rows, whose sum has no direction', async () => {
    const { clusters, inertia } = await fit(
      matrixOf([
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ]),
      {
        clusters: 2,
      },
    );
    expect(clusters).toBe(2);
    expect(inertia).toBeGreaterThan(0);
  });

  it('puts each row where the cosine is largest, and its cost is what is missing to one', async () => {
    const line = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
        const found = await fit(matrixOf(lines), { clusters: 3, restarts: 2, tolerance: 0 });
        const directions = Array.from({ length: found.clusters }, (_, c) =>
          sumOfUnits(lines.filter((_line, i) => found.labels[i] === c)),
        );
        let cost = 0;
        lines.forEach((values, i) => {
          const isZero = values.every((value) => value === 0);
          expect(found.labels[i] === NOISE).toBe(isZero);
          if (!isZero) cost += 1 - cosine(values, directions[found.labels[i]!]!);
        });
        // Sums without direction keep an earlier centroid, which the rows do not tell.
        if (directions.some((sum) => Math.hypot(...sum) < 1e-6)) return;
        expect(found.inertia).toBeCloseTo(cost, 5);
      }),
      { numRuns: 60 },
    );
  });
});

function sumOfUnits(lines: readonly (readonly number[])[]): number[] {
  return lines.reduce<number[]>(
    (sum, line) => sum.map((value, j) => value + line[j]! / Math.hypot(...line)),
    [0, 0, 0],
  );
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, value, j) => sum + value * b[j]!, 0);
  return product / (Math.hypot(...a) * Math.hypot(...b));
}
