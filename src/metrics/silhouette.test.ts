import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../core/job';
import type { Matrix } from '../core/matrix';
import { settle } from '../core/shard-work';
import { blobs } from '../../tests/support/blobs';
import { shardsOf } from '../../tests/support/shards';
import { scoreSilhouette, type Silhouette } from './silhouette';

function silhouette(matrix: Matrix, labels: Int32Array): Promise<Silhouette | null> {
  const clusters = Math.max(...labels) + 1;
  const createShards = (rows: Matrix) => Promise.resolve(shardsOf(rows));
  return finish(
    scoreSilhouette(matrix, labels, { clusters, sampleRows: 20_000, seed: 1, createShards }),
  );
}

function distance({ columns, values }: Matrix, row: number, other: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    sum += (values[row * columns + j]! - values[other * columns + j]!) ** 2;
  }
  return Math.sqrt(sum);
}

/** Rousseeuw's definition as a double loop in f64; what noise gets means nothing. */
function plainSilhouettes(matrix: Matrix, labels: Int32Array): number[] {
  const clusters = Math.max(...labels) + 1;
  const sizes = Array.from({ length: clusters }, (_, c) => labels.filter((l) => l === c).length);
  return Array.from(labels, (own, row) => {
    const sums = new Float64Array(clusters);
    labels.forEach((label, other) => {
      if (label >= 0) sums[label]! += distance(matrix, row, other);
    });
    if (own < 0 || sizes[own] === 1) return 0;
    const a = sums[own]! / (sizes[own]! - 1);
    const b = Math.min(...sums.map((sum, c) => (c === own ? Infinity : sum / sizes[c]!)));
    return Math.max(a, b) > 0 ? (b - a) / Math.max(a, b) : 0;
  });
}

/** Rows of few and of many values, some of them equal, in clusters of any size, with noise. */
const labelled = fc
  .record({
    rows: fc.integer({ min: 3, max: 150 }),
    columns: fc.integer({ min: 1, max: 19 }),
    clusters: fc.integer({ min: 2, max: 9 }),
    scale: fc.constantFrom(1e-6, 1, 1e6),
    shift: fc.constantFrom(0, 100),
    noise: fc.constantFrom(0, 0.3),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ rows, columns, clusters, scale, shift, noise, seed }) => {
    const { matrix } = blobs({ clusters: 3, rows, columns, spread: 3, seed });
    const values = matrix.values.map((value) => Math.fround((value + shift) * scale));
    // Every fifth row repeats the one before.
    for (let row = 5; row < rows; row += 5) {
      values.copyWithin(row * columns, (row - 1) * columns, row * columns);
    }
    const used = Math.min(clusters, rows - 1);
    const labels = Int32Array.from({ length: rows }, (_, row) => {
      // The first rows give every cluster one.
      if (row < used) return row;
      const drawn = Math.abs(Math.sin(row * 12.9898 + seed) * 43758.5453) % 1;
      return drawn < noise ? -1 : Math.floor(drawn ** 2 * used);
    });
    return { matrix: { rows, columns, values }, labels };
  });

describe('the silhouette of any labelled rows', () => {
  it('is that of a double loop over them, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(labelled, async ({ matrix, labels }) => {
        const found = await silhouette(matrix, labels);
        const known = labels.filter((label) => label >= 0).length;
        if (Math.max(...labels) + 1 > known - 1) {
          expect(found).toBeNull();
          return;
        }
        const plain = plainSilhouettes(matrix, labels);
        found!.byRow.rows.forEach((row, i) => {
          expect(Math.abs(found!.byRow.values[i]! - plain[row]!)).toBeLessThanOrEqual(1e-6);
        });
        const mean = plain.reduce((sum, value) => sum + value, 0) / known;
        expect(Math.abs(found!.mean - mean)).toBeLessThanOrEqual(3e-7);
      }),
      { numRuns: 60 },
    );
  });

  it('does not change with the unit, to the last bit for powers of two', async () => {
    const { matrix, truth } = blobs({ clusters: 4, rows: 500, columns: 5, spread: 4 });
    const expected = await silhouette(matrix, truth);
    for (const power of [-60, -20, 20, 60]) {
      const values = matrix.values.map((value) => value * 2 ** power);
      expect(await silhouette({ ...matrix, values }, truth)).toEqual(expected);
    }
  });

  it('is a number for values near the largest and the smallest there are', async () => {
    for (const size of [3e38, 1e-44]) {
      const values = Float32Array.from([size, -size, size / 2, -size / 2, size, 0]);
      const found = await silhouette(
        { rows: 6, columns: 1, values },
        Int32Array.of(0, 1, 0, 1, 0, 1),
      );
      expect(found?.mean).toBeGreaterThan(0.5);
      expect(found?.mean).toBeLessThan(1);
    }
  });

  it('stays exact with almost as many clusters as rows', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 120, columns: 2, spread: 2 });
    const labels = Int32Array.from({ length: 120 }, (_, row) => Math.min(row, 118));
    const plain = plainSilhouettes(matrix, labels);
    const found = await silhouette(matrix, labels);
    expect(found?.mean).toBeCloseTo((plain[118]! + plain[119]!) / 120, 8);
  });

  it('names the other cluster that each row is nearest to', async () => {
    const values = Float32Array.of(0, 1, 4, 9, 10, 30);
    const labels = Int32Array.of(0, 0, 0, 1, 1, 2);
    const { byRow } = (await silhouette({ rows: 6, columns: 1, values }, labels))!;
    expect([...byRow.neighbors]).toEqual([1, 1, 1, 0, 0, 1]);
    expect([...byRow.ends]).toEqual([3, 5, 6]);
  });

  it('can be abandoned between blocks, and progress never falls', async () => {
    const { matrix, truth } = blobs({ clusters: 4, rows: 9000, columns: 8, spread: 4 });
    const shards = shardsOf(matrix);
    const ends = Int32Array.of(2250, 4500, 6750, 9000);
    expect(truth).toHaveLength(9000);
    const work = shards.sumPairDistances(matrix.values, ends);
    const first = await work.next();
    // Blocks are a few milliseconds of work each, so there are many.
    expect(first.value).toBeLessThan(0.1);
    await work.return(undefined as never);
    const sums = await settle(shards.sumPairDistances(matrix.values, ends));
    expect(sums).toHaveLength(4 * 9000);
  });
});
