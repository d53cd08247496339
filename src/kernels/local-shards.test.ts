import { describe, expect, it } from 'vitest';
import type { Matrix } from '../core/matrix';
import { settle } from '../core/shard-work';
import { shardBounds } from '../core/shards';
import { blobs, matrixOf } from '../../tests/support/blobs';
import { shardsOf } from '../../tests/support/shards';
import { createLocalShards } from './local-shards';
import { createReferenceKernels } from './reference';

/** Three shards. */
const { matrix } = blobs({ clusters: 4, rows: 40_000, columns: 4, spread: 4 });
const centroids = Float64Array.from(matrix.values.subarray(0, 12));

function rowOf({ values, columns }: Matrix, row: number): Float32Array {
  return values.subarray(row * columns, (row + 1) * columns);
}

function squaredDistance(row: Float32Array, point: ArrayLike<number>, at = 0): number {
  return row.reduce((sum, x, j) => sum + (x - point[at + j]!) * (x - point[at + j]!), 0);
}

describe('shardBounds', () => {
  it('covers all rows in order, by the sizes alone', () => {
    for (const [rows, columns] of [
      [0, 3],
      [1, 1],
      [1, 500_000],
      [999, 300],
      [1_000_000, 10],
    ] as const) {
      const bounds = shardBounds(rows, columns);
      expect([bounds[0], bounds.at(-1)]).toEqual([0, rows]);
      bounds.slice(1).forEach((end, i) => expect(end).toBeGreaterThanOrEqual(bounds[i]!));
      expect(bounds.length - 1).toBeLessThanOrEqual(64);
    }
    expect(shardBounds(40_000, 4)).toHaveLength(4);
  });
});

describe('local shards', () => {
  it('give the same bits on compiled and on reference kernels', async () => {
    const small = blobs({ clusters: 3, rows: 500, columns: 3 }).matrix;
    const starts = Float64Array.from(small.values.subarray(0, 9));
    const run = async (points: ReturnType<typeof shardsOf>) => [
      await settle(points.assign(starts)),
      await settle(points.labels()),
      await settle(points.measure(starts)),
    ];
    const reference = createLocalShards(small, createReferenceKernels());
    expect(await run(shardsOf(small))).toEqual(await run(reference));
  });

  it('sum up an assignment as a plain loop does', async () => {
    const points = shardsOf(matrix);
    const { sums, counts, inertia } = await settle(points.assign(centroids));
    const labels = await settle(points.labels());
    let expected = 0;
    let misplaced = 0;
    const plain = new Float64Array(12);
    const sizes = [0, 0, 0];
    labels.forEach((label, row) => {
      const distances = [0, 4, 8].map((at) => squaredDistance(rowOf(matrix, row), centroids, at));
      if (distances[label] !== Math.min(...distances)) misplaced++;
      expected += distances[label]!;
      sizes[label]!++;
      rowOf(matrix, row).forEach((x, j) => (plain[label * 4 + j]! += x));
    });
    expect(misplaced).toBe(0);
    expect([...counts]).toEqual(sizes);
    expect(Math.abs(inertia - expected)).toBeLessThan(1e-12 * expected);
    plain.forEach((sum, at) =>
      expect(Math.abs(sum - sums[at]!)).toBeLessThan(1e-9 * Math.abs(sum)),
    );
  });

  it('count the labels that changed', async () => {
    const points = shardsOf(matrix);
    expect((await settle(points.assign(centroids))).changed).toBe(matrix.rows);
    expect((await settle(points.assign(centroids))).changed).toBe(0);
    const labels = await settle(points.labels());
    await settle(points.label(labels.map((label, row) => (row < 5 ? -1 : label))));
    expect((await settle(points.assign(centroids))).changed).toBe(5);
  });

  it('find the farthest rows of all shards, of equal ones the lower first', async () => {
    const points = shardsOf(matrix);
    await settle(points.assign(centroids));
    const labels = await settle(points.labels());
    const found = await settle(points.farthest(centroids, 6));
    const distances = Array.from(labels, (label, row) =>
      squaredDistance(rowOf(matrix, row), centroids, label * 4),
    );
    const order = [...distances.keys()].sort((a, b) => distances[b]! - distances[a]! || a - b);
    expect(found.map(({ row }) => row)).toEqual(order.slice(0, 6));
    for (const { row, label, squaredDistance: distance, values } of found) {
      expect([label, distance, values]).toEqual([
        labels[row],
        distances[row],
        rowOf(matrix, row).slice(),
      ]);
    }
    const equal = shardsOf(matrixOf([[0], [3], [1], [3], [3]]));
    await settle(equal.assign(Float64Array.of(0)));
    const rows = await settle(equal.farthest(Float64Array.of(0), 2));
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('bring rows back in the order asked for, from whatever shard', async () => {
    const rows = Uint32Array.of(39_999, 0, 20_000, 39_999);
    const values = await settle(shardsOf(matrix).rowsAt(rows));
    expect([...values]).toEqual(Array.from(rows, (row) => [...rowOf(matrix, row)]).flat());
  });

  it('weigh rows by the nearest seed, and candidates by what they would leave', async () => {
    const points = shardsOf(matrix);
    const [first, second, third] = [0, 4, 8].map((at) => centroids.slice(at, at + 4));
    await settle(points.addSeeds(first!, true));
    const candidates = Float64Array.of(...second!, ...third!);
    const totals = await settle(points.weighSeeds(candidates));
    expect(await settle(points.addSeeds(third!, false))).toBe(totals[1]);
    await settle(points.addSeeds(first!, true));
    expect(await settle(points.addSeeds(second!, false))).toBe(totals[0]);
  });

  it('draw rows in proportion to their weight, and none of weight zero', async () => {
    const points = shardsOf(matrixOf([[5], [0], [1], [0], [3], [0]]));
    expect(await settle(points.addSeeds(Float64Array.of(0), true))).toBe(35);
    // Running sums 25, 25, 26, 26, 35, 35.
    const shares = [0, 24.9, 25, 25.9, 26, 34.9].map((sum) => sum / 35);
    expect([...(await settle(points.drawRows(shares))).rows]).toEqual([0, 0, 2, 2, 4, 4]);
    expect([...(await settle(points.drawRows([1 - 2 ** -53]))).rows]).toEqual([4]);
    const equal = shardsOf(matrixOf([[2], [2]]));
    await settle(equal.addSeeds(Float64Array.of(2), true));
    expect([...(await settle(equal.drawRows([0.5]))).rows]).toEqual([0]);
  });

  it('draw from every shard by its share of the weight', async () => {
    const points = shardsOf(matrix);
    await settle(points.addSeeds(centroids.slice(0, 4), true));
    const weights = Array.from({ length: matrix.rows }, (_, row) =>
      squaredDistance(rowOf(matrix, row), centroids),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = [0.1, 0.4, 0.6, 0.95];
    const { rows } = await settle(points.drawRows(shares));
    rows.forEach((row, i) => {
      const before = weights.slice(0, row).reduce((sum, weight) => sum + weight, 0);
      expect(before / total).toBeLessThan(shares[i]! + 1e-9);
      expect((before + weights[row]!) / total).toBeGreaterThan(shares[i]! - 1e-9);
    });
  });

  it('sum distances between rows sorted by group, each pair for both', async () => {
    const points = shardsOf(matrix);
    // Several blocks of rows, and groups of one row and of none.
    const count = 5000;
    const rows = matrix.values.slice(0, 4 * count);
    const ends = Int32Array.of(1300, 1301, 1301, count);
    const sums = await settle(points.sumPairDistances(rows, ends));
    for (const row of [0, 1299, 1300, 1301, 3333, count - 1]) {
      const plain = [0, 0, 0, 0];
      for (let other = 0; other < count; other++) {
        const group = ends.findIndex((end) => other < end);
        plain[group]! += Math.sqrt(squaredDistance(rowOf(matrix, row), rows, other * 4));
      }
      plain.forEach((sum, group) => {
        expect(Math.abs(sums[group * count + row]! - sum)).toBeLessThanOrEqual(1e-6 * sum);
      });
    }
  });

  it('yield shares that never fall', async () => {
    const work = shardsOf(matrix).sumPairDistances(
      matrix.values.slice(0, 4 * 9000),
      Int32Array.of(9000),
    );
    let last = 0;
    for (let step = await work.next(); !step.done; step = await work.next()) {
      expect(step.value).toBeGreaterThanOrEqual(last);
      last = step.value;
    }
    expect(last).toBe(1);
  });
});
