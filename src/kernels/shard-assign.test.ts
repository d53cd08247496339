import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../core/matrix';
import { createRandom } from '../core/random';
import { settle } from '../core/shard-work';
import { blobs } from '../../tests/support/blobs';
import { shardsOf } from '../../tests/support/shards';
import { createLocalShards } from './local-shards';
import { createReferenceKernels } from './reference';

/** Nearest by squared distances in f64, ties to the lower index. */
function nearestOf({ rows, columns, values }: Matrix, centroids: Float64Array): Int32Array {
  const labels = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    let least = Infinity;
    for (let c = 0; c < centroids.length / columns; c++) {
      let square = 0;
      for (let j = 0; j < columns; j++) {
        const difference = values[i * columns + j]! - centroids[c * columns + j]!;
        square += difference * difference;
      }
      if (square < least) {
        least = square;
        labels[i] = c;
      }
    }
  }
  return labels;
}

function rowsAsCentroids({ rows, columns, values }: Matrix, clusters: number): Float64Array {
  const centroids = new Float64Array(clusters * columns);
  for (let c = 0; c < clusters; c++) {
    const row = Math.floor((c * rows) / clusters);
    centroids.set(values.subarray(row * columns, (row + 1) * columns), c * columns);
  }
  return centroids;
}

/** Iterates for some steps: at each, what was pruned must equal a fresh look at every row. */
async function compareSteps(matrix: Matrix, starts: Float64Array, steps: number): Promise<void> {
  const { columns } = matrix;
  const pruned = shardsOf(matrix);
  let centroids = starts;
  let before: Int32Array = new Int32Array(matrix.rows).fill(-2);
  for (let step = 0; step < steps; step++) {
    const dense = shardsOf(matrix);
    const found = await settle(pruned.assign(centroids));
    const expected = await settle(dense.assign(centroids));
    const labels = await settle(pruned.labels());
    expect(labels).toEqual(nearestOf(matrix, centroids));
    expect(found.counts).toEqual(expected.counts);
    expect(found.sums).toEqual(expected.sums);
    expect(found.changed).toBe(labels.filter((label, i) => label !== before[i]).length);
    const error = Math.abs(found.inertia - expected.inertia);
    expect(error).toBeLessThanOrEqual(1e-9 * expected.inertia);
    const exact = await settle(pruned.inertia(centroids));
    expect(Math.abs(found.inertia - exact)).toBeLessThanOrEqual(1e-9 * exact);
    expect(await settle(dense.inertia(centroids))).toBe(exact);
    before = labels;
    const { sums, counts } = found;
    const last = centroids;
    centroids = sums.map((sum, at) => {
      const count = counts[Math.floor(at / columns)]!;
      return count > 0 ? sum / count : last[at]!;
    });
  }
}

/** Clouds, some of them on a coarse grid, so that equal rows and equal distances occur. */
const anyMatrix = fc
  .record({
    rows: fc.integer({ min: 1, max: 700 }),
    columns: fc.integer({ min: 1, max: 9 }),
    grid: fc.constantFrom(0, 0.5, 2),
    scale: fc.constantFrom(1e-38, 1e-6, 1, 1e6, 1e30),
    offset: fc.constantFrom(0, 0, 1, 1000),
    seed: fc.nat(),
  })
  .map(({ rows, columns, grid, scale, offset, seed }) => {
    const { next } = createRandom(seed);
    const values = Float32Array.from({ length: rows * columns }, () => {
      const value = Math.floor(next() * 3) * 4 + next() + next() - 1;
      return ((grid ? Math.round(value / grid) * grid : value) + offset) * scale;
    });
    return { rows, columns, values };
  });

/** Long-tailed rows; on a grid equal rows and equal distances occur. */
function wideMatrix(shape: {
  readonly rows: number;
  readonly columns: number;
  readonly grid: number;
  readonly scale: number;
  readonly offset: number;
  readonly seed: number;
}): Matrix {
  const { rows, columns, grid, scale, offset } = shape;
  const { next } = createRandom(shape.seed);
  const values = Float32Array.from({ length: rows * columns }, () => {
    const value = Math.exp(3 * next()) - 5 * next();
    return ((grid ? Math.round(value / grid) * grid : value) + offset) * scale;
  });
  return { rows, columns, values };
}

/** Many centroids of wide rows, some of them far off, equal, or between equal rows. */
const manyClusters = fc.record({
  rows: fc.integer({ min: 1, max: 900 }),
  columns: fc.integer({ min: 9, max: 40 }),
  clusters: fc.integer({ min: 70, max: 150 }),
  grid: fc.constantFrom(0, 1, 4),
  scale: fc.constantFrom(1e-38, 1e-6, 1, 1e6, 1e30),
  offset: fc.constantFrom(0, 0, 1000),
  far: fc.constantFrom(1, 1, 100, 1e9),
  seed: fc.nat(),
});

describe('assign', () => {
  it('gives a look at every row, whatever was settled before', async () => {
    await fc.assert(
      fc.asyncProperty(anyMatrix, fc.integer({ min: 1, max: 12 }), async (matrix, clusters) => {
        await compareSteps(matrix, rowsAsCentroids(matrix, clusters), 6);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a look at every row by many centroids of wide rows too', async () => {
    await fc.assert(
      fc.asyncProperty(manyClusters, async ({ clusters, far, ...shape }) => {
        const matrix = wideMatrix(shape);
        // Between rows, so that many rows lie about as near to several of them.
        const starts = rowsAsCentroids(matrix, clusters).map(
          (value, at, rows) => value / 4 + (rows[(at + 5 * matrix.columns) % rows.length]! * 3) / 4,
        );
        starts.subarray(0, matrix.columns).forEach((value, j, first) => (first[j] = value * far));
        await compareSteps(matrix, starts, 5);
      }),
      { numRuns: 40 },
    );
  });

  it('stays exact over many steps, several shards and many clusters', async () => {
    const { matrix } = blobs({ clusters: 6, rows: 20_000, columns: 7, spread: 3 });
    await compareSteps(matrix, rowsAsCentroids(matrix, 19), 12);
  });

  it('takes the inertia from the sums', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 9000, columns: 3, spread: 2 });
    const points = shardsOf(matrix);
    const centroids = rowsAsCentroids(matrix, 4);
    const { inertia } = await settle(points.assign(centroids));
    const exact = await settle(points.inertia(centroids));
    expect(Math.abs(inertia - exact)).toBeLessThanOrEqual(1e-12 * exact);
  });

  it('knows the mean of all rows and the inertia about it', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 50_000, columns: 5, spread: 2 });
    const shifted = { ...matrix, values: matrix.values.map((value) => value + 1000) };
    const points = shardsOf(shifted);
    const { mean, inertia } = await settle(points.moments());
    const { sums } = await settle(points.assign(new Float64Array(5)));
    sums.forEach((sum, j) => expect(mean[j]).toBeCloseTo(sum / matrix.rows, 10));
    await settle(points.assign(mean));
    const exact = await settle(points.inertia(mean));
    expect(Math.abs(inertia - exact)).toBeLessThanOrEqual(1e-13 * exact);
  });

  it('has the sums of the reference to the last bit', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 3000, columns: 5, spread: 2 });
    const reference = createLocalShards(matrix, createReferenceKernels());
    const points = shardsOf(matrix);
    for (const shift of [0, 0.1, 0.15, 5]) {
      const centroids = rowsAsCentroids(matrix, 5).map((value) => value + shift);
      const { sums, counts } = await settle(points.assign(centroids));
      const expected = await settle(reference.assign(centroids));
      expect([sums, counts]).toEqual([expected.sums, expected.counts]);
    }
  });

  it('loses nothing of small values beside large ones', async () => {
    const small = 2 ** -30;
    const values = [2 ** 20, small, small, -(2 ** 20), small].flatMap((value) => [value, 1, value]);
    const matrix = { rows: 5, columns: 3, values: Float32Array.from(values) };
    const points = shardsOf(matrix);
    const far = [0, 99, 0];
    const { sums } = await settle(points.assign(Float64Array.of(0, 1, 0, ...far)));
    expect([...sums]).toEqual([3 * small, 5, 3 * small, 0, 0, 0]);
    // All rows leave the one cluster for the other, and come back.
    await settle(points.assign(Float64Array.of(...far, 0, 1, 0)));
    const again = await settle(points.assign(Float64Array.of(0, 1, 0, ...far)));
    expect(again.sums).toEqual(sums);
  });

  it('counts changes against the labels in force, also after a step was given up', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 40_000, columns: 4, spread: 4 });
    const points = shardsOf(matrix);
    const starts = rowsAsCentroids(matrix, 4);
    await settle(points.assign(starts));
    const inForce = await settle(points.labels());
    const moved = starts.map((value) => value * 0.9);
    const givenUp = points.assign(moved);
    await givenUp.next();
    await givenUp.return(undefined as never);
    expect(await settle(points.labels())).toEqual(inForce);
    const { changed } = await settle(points.assign(moved));
    const labels = await settle(points.labels());
    expect(labels).toEqual(nearestOf(matrix, moved));
    expect(changed).toBe(labels.filter((label, i) => label !== inForce[i]).length);
    await settle(points.label(new Int32Array(matrix.rows).fill(3)));
    const again = await settle(points.assign(moved));
    expect(again.changed).toBe(labels.filter((label) => label !== 3).length);
  });
});
