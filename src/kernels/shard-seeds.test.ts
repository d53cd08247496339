import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import type { Matrix } from '../core/matrix';
import { settle } from '../core/shard-work';
import { blobs, matrixOf } from '../../tests/support/blobs';
import { shardsOf } from '../../tests/support/shards';
import { createLocalShards } from './local-shards';
import { createReferenceKernels } from './reference';

const { matrix } = blobs({ clusters: 4, rows: 40_000, columns: 4, spread: 2 });

function rowOf({ columns, values }: Matrix, row: number): Float64Array {
  return Float64Array.from(values.subarray(row * columns, (row + 1) * columns));
}

function weightOf(points: Matrix, row: number, seeds: readonly Float64Array[]): number {
  const values = rowOf(points, row);
  const squares = seeds.map((seed) => values.reduce((sum, x, j) => sum + (x - seed[j]!) ** 2, 0));
  return Math.min(...squares);
}

function totalOf(points: Matrix, seeds: readonly Float64Array[]): number {
  let total = 0;
  for (let row = 0; row < points.rows; row++) total += weightOf(points, row, seeds);
  return total;
}

function expectClose(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * expected);
}

describe('seeds on shards', () => {
  it('weigh rows by the nearest, and candidates by what they would leave', async () => {
    const points = shardsOf(matrix);
    const [a, b, c, d] = [11, 29_000, 307, 39_999].map((row) => rowOf(matrix, row));
    const first = await settle(points.addSeeds(Float64Array.of(...a!, ...b!), true));
    expectClose(first, totalOf(matrix, [a!, b!]), 1e-5);
    const totals = await settle(points.weighSeeds(Float64Array.of(...c!, ...d!)));
    expectClose(totals[0]!, totalOf(matrix, [a!, b!, c!]), 1e-5);
    expectClose(totals[1]!, totalOf(matrix, [a!, b!, d!]), 1e-5);
    expect(await settle(points.addSeeds(d!, false))).toBe(totals[1]);
    expectClose(await settle(points.addSeeds(c!, false)), totalOf(matrix, [a!, b!, c!, d!]), 1e-5);
  });

  it('cost the same whether a seed was weighed before or not', async () => {
    const candidates = Float64Array.of(...rowOf(matrix, 5), ...rowOf(matrix, 6));
    const adopting = shardsOf(matrix);
    const looking = shardsOf(matrix);
    for (const points of [adopting, looking]) await settle(points.addSeeds(rowOf(matrix, 1), true));
    await settle(adopting.weighSeeds(candidates));
    const shares = [0, 0.2, 0.5, 0.77, 0.999];
    for (const row of [6, 30_000]) {
      const total = await settle(adopting.addSeeds(rowOf(matrix, row), false));
      expect(await settle(looking.addSeeds(rowOf(matrix, row), false))).toBe(total);
      const drawn = await settle(adopting.drawRows(shares));
      expect(await settle(looking.drawRows(shares))).toEqual(drawn);
      expect(await settle(looking.heaviestRow())).toEqual(await settle(adopting.heaviestRow()));
    }
  });

  it('draw the same rows on compiled and on reference kernels', async () => {
    const small = blobs({ clusters: 3, rows: 1500, columns: 3 }).matrix;
    const reference = createLocalShards(small, createReferenceKernels());
    const compiled = shardsOf(small);
    for (const points of [reference, compiled]) {
      await settle(points.addSeeds(rowOf(small, 0), true));
      await settle(points.weighSeeds(rowOf(small, 1)));
      await settle(points.addSeeds(rowOf(small, 1), false));
    }
    const shares = [0, 0.31, 0.62, 0.99];
    expect(await settle(compiled.drawRows(shares))).toEqual(
      await settle(reference.drawRows(shares)),
    );
  });

  it('find the heaviest row, of equal ones the lowest', async () => {
    const points = shardsOf(matrix);
    const seeds = [7, 70].map((row) => rowOf(matrix, row));
    await settle(points.addSeeds(Float64Array.of(...seeds[0]!, ...seeds[1]!), true));
    const { rows, values } = await settle(points.heaviestRow());
    let heaviest = 0;
    for (let row = 0; row < matrix.rows; row++) {
      if (weightOf(matrix, row, seeds) > weightOf(matrix, heaviest, seeds)) heaviest = row;
    }
    expect([...rows]).toEqual([heaviest]);
    expect(Float64Array.from(values)).toEqual(rowOf(matrix, heaviest));
    const equal = shardsOf(matrixOf([[0], [3], [1], [-3], [3]]));
    await settle(equal.addSeeds(Float64Array.of(0), true));
    expect([...(await settle(equal.heaviestRow())).rows]).toEqual([1]);
  });

  it('draw rows as often as they weigh', async () => {
    const { matrix: points } = blobs({ clusters: 3, rows: 600, columns: 2, spread: 2 });
    const seeds = [3, 4].map((row) => rowOf(points, row));
    const shards = shardsOf(points);
    await settle(shards.addSeeds(Float64Array.of(...seeds[0]!, ...seeds[1]!), true));
    const random = createRandom(5);
    const draws = 60_000;
    const { rows } = await settle(
      shards.drawRows(Array.from({ length: draws }, () => random.next())),
    );
    // Rows in 20 groups of neighbours; the weights of each are its odds.
    const [seen, expected] = [new Float64Array(20), new Float64Array(20)];
    const total = totalOf(points, seeds);
    for (let row = 0; row < 600; row++) {
      expected[Math.floor(row / 30)]! += (draws * weightOf(points, row, seeds)) / total;
    }
    for (const row of rows) seen[Math.floor(row / 30)]!++;
    const square = seen.reduce((sum, n, g) => sum + (n - expected[g]!) ** 2 / expected[g]!, 0);
    // The 99.9 % point of chi-square with 19 degrees of freedom.
    expect(square).toBeLessThan(43.82);
  });

  it.each([1e-38, 1e-30, 1e-18, 1, 1e15, 1e18, 1e30])(
    'weigh rows at the scale of %f as at any other',
    async (scale) => {
      const unit = blobs({ clusters: 3, rows: 300, columns: 3 }).matrix;
      const points = { ...unit, values: unit.values.map((value) => value * scale) };
      const shards = shardsOf(points);
      const seeds = [rowOf(points, 0), rowOf(points, 1)];
      await settle(shards.addSeeds(seeds[0]!, true));
      const totals = await settle(shards.weighSeeds(seeds[1]!));
      const total = await settle(shards.addSeeds(seeds[1]!, false));
      expectClose(totals[0]!, totalOf(points, seeds), 1e-5);
      expectClose(total, totalOf(points, seeds), 1e-5);
      const { rows } = await settle(shards.drawRows([0, 0.5, 0.99]));
      const weights = Array.from({ length: 300 }, (_, row) => weightOf(points, row, seeds));
      rows.forEach((row, i) => {
        const before = weights.slice(0, row).reduce((sum, weight) => sum + weight, 0);
        const share = [0, 0.5, 0.99][i]!;
        expect(before / total).toBeLessThanOrEqual(share + 1e-5);
        expect((before + weights[row]!) / total).toBeGreaterThanOrEqual(share - 1e-5);
      });
    },
  );

  it('weigh a set anew where its squares leave the range of f32', async () => {
    // 1 apart from the seeds at first, then 1e-25.
    const points = matrixOf([[0], [1], [1e-25], [0]]);
    const shards = shardsOf(points);
    expect(await settle(shards.addSeeds(Float64Array.of(0), true))).toBe(1);
    const left = await settle(shards.addSeeds(Float64Array.of(1), false));
    expectClose(left, Math.fround(1e-25) ** 2, 1e-12);
    expect([...(await settle(shards.drawRows([0.5]))).rows]).toEqual([2]);
    expect(await settle(shards.addSeeds(rowOf(points, 2), false))).toBe(0);
    expect([...(await settle(shards.drawRows([0.5]))).rows]).toEqual([0]);
  });
});
