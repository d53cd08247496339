import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neighborBytes, type Neighbors } from '../core/neighbors';
import type { Matrix } from '../core/matrix';
import { createRandom } from '../core/random';
import { settle } from '../core/shard-work';
import { blobs, matrixOf } from '../../tests/support/blobs';
import { plainDbscan, plainNeighbors, squareBetween } from '../../tests/support/plain-neighbors';
import { kernelModule, shardsOf } from '../../tests/support/shards';
import { createLocalShards } from './local-shards';
import { createNeighborIndex } from './neighbor-index';
import { createNeighbors } from './neighbor-queries';
import { createWasmKernels } from './wasm';

const debugModule = new WebAssembly.Module(readFileSync('build/kernels.debug.wasm'));

/** Rows in clouds, on a grid (equal rows and exact ties abound), or both, at any scale. */
function anyMatrix(seed: number): Matrix {
  const random = createRandom(seed, 'neighbors');
  const rows = 1 + random.below(random.below(4) === 0 ? 700 : 150);
  const columns = 1 + random.below(random.below(2) === 0 ? 8 : 40);
  const scale = [1, 1, 1e-6, 1e6, 1e-25, 1e18][random.below(6)]!;
  const grid = random.below(3);
  const { values } = blobs({ clusters: 1 + random.below(5), rows, columns, seed }).matrix;
  for (let i = 0; i < values.length; i++) {
    const isWhole = grid === 0 || (grid === 1 && random.below(2) === 0);
    values[i] = (isWhole ? Math.round(values[i]! / 3) : values[i]!) * scale;
  }
  return { rows, columns, values };
}

/** A distance that occurs, so that the radius is a tie, or one near it, or whole steps. */
function anyRadius(matrix: Matrix, seed: number): number {
  const random = createRandom(seed, 'radius');
  const row = random.below(matrix.rows);
  const distances = Array.from({ length: matrix.rows }, (_, other) =>
    Math.sqrt(squareBetween(matrix, row, other)),
  ).sort((a, b) => a - b);
  const distance = distances[random.below(Math.min(matrix.rows, 60))]! || 1;
  return distance * [1, 1, 0.5, 1.0001][random.below(4)]!;
}

async function dbscanOf(neighbors: Neighbors, radius: number, least: number): Promise<Int32Array> {
  const counts = await settle(neighbors.count(radius, least));
  const isCore = Uint8Array.from(counts, (count) => (count >= least ? 1 : 0));
  const cores = await settle(neighbors.components(radius, isCore));
  return settle(neighbors.spreadLabels(radius, cores));
}

/** The same question of a crew of several in this thread. */
function crewNeighbors(matrix: Matrix, size: number): Neighbors {
  const members = Array.from({ length: size }, () =>
    createNeighborIndex(createWasmKernels(kernelModule())),
  );
  return createNeighbors(matrix, {
    size,
    ask: async (member, command) => members[member]!(command),
  });
}

describe.each([
  ['debug', debugModule],
  ['release', kernelModule()],
])('neighbours by the %s build', (_build, module) => {
  const neighborsOf = (matrix: Matrix): Neighbors =>
    createLocalShards(matrix, createWasmKernels(module)).neighbors;

  it('are counted as by looking at every pair, at ties and scales alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const matrix = anyMatrix(seed);
        const radius = anyRadius(matrix, seed);
        const counts = await settle(neighborsOf(matrix).count(radius, matrix.rows + 1));
        const expected = plainNeighbors(matrix, radius).map((near) => near.length);
        expect([...counts]).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('connect rows into the clusters of the plain algorithm, border rows and order included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 12 }), async (seed, least) => {
        const matrix = anyMatrix(seed);
        const radius = anyRadius(matrix, seed);
        const labels = await dbscanOf(neighborsOf(matrix), radius, least);
        expect([...labels]).toEqual([...plainDbscan(matrix, radius, least)]);
      }),
      { numRuns: 120 },
    );
  });

  it('come nearest first, equally near ones in order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 80 }), async (seed, wanted) => {
        const matrix = anyMatrix(seed);
        const count = Math.min(wanted, matrix.rows);
        const asked = [0, matrix.rows >> 1, matrix.rows - 1];
        const points = asked.map((row) =>
          matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns),
        );
        const all = Float32Array.from(points.flatMap((point) => [...point]));
        const found = await settle(neighborsOf(matrix).nearest(all, wanted));
        const expected = asked.flatMap((row) =>
          Array.from({ length: matrix.rows }, (_, other) => ({
            other,
            square: squareBetween(matrix, row, other),
          }))
            .sort((a, b) => a.square - b.square || a.other - b.other)
            .slice(0, count),
        );
        expect([...found.rows]).toEqual(expected.map(({ other }) => other));
        expect([...found.squaredDistances]).toEqual(expected.map(({ square }) => square));
      }),
      { numRuns: 60 },
    );
  });
});

describe('neighbours', () => {
  it('are the same whoever answers, one or several', async () => {
    const { matrix } = blobs({ clusters: 6, rows: 9_000, columns: 3, spread: 1.5 });
    const expected = await dbscanOf(shardsOf(matrix).neighbors, 0.9, 12);
    expect(new Set(expected).size).toBeGreaterThan(2);
    for (const size of [2, 4, 8]) {
      expect(await dbscanOf(crewNeighbors(matrix, size), 0.9, 12)).toEqual(expected);
    }
  });

  it('may be asked again with another radius', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 400 });
    const { neighbors } = shardsOf(matrix);
    for (const radius of [0.4, 2, 0.1, 100]) {
      const labels = await dbscanOf(neighbors, radius, 5);
      expect([...labels]).toEqual([...plainDbscan(matrix, radius, 5)]);
    }
  });

  it('pause often, with a share done that never falls, and may be left at any point', async () => {
    const { matrix } = blobs({ clusters: 3, rows: 5_000, columns: 6 });
    const { neighbors } = shardsOf(matrix);
    for (let stopAfter = 1; stopAfter < 300; stopAfter *= 2) {
      const work = neighbors.count(3, 4_000);
      let last = 0;
      for (let step = 0; step < stopAfter; step++) {
        const next = await work.next();
        if (next.done) break;
        expect(next.value).toBeGreaterThanOrEqual(last);
        expect(next.value).toBeLessThanOrEqual(1);
        last = next.value;
      }
      await work.return(new Int32Array());
    }
    expect([...(await settle(neighbors.count(3, 100_000)))]).toEqual(
      plainNeighbors(matrix, 3).map((near) => near.length),
    );
  });

  it('are refused politely for more rows than memory holds', async () => {
    const rows = 60_000_000;
    expect(neighborBytes(rows, 8)).toBeGreaterThan(2 ** 30);
    const neighbors = createNeighbors(
      { rows, columns: 8, values: new Float32Array() },
      { size: 1, ask: () => Promise.reject(new Error('must not be asked')) },
    );
    await expect(settle(neighbors.count(1, 2))).rejects.toMatchObject({ code: 'table-too-large' });
  });

  it('fail with the problem of whoever answers', async () => {
    const { matrix } = blobs({ clusters: 1, rows: 10 });
    const reason = new Error('gone');
    const neighbors = createNeighbors(matrix, { size: 2, ask: () => Promise.reject(reason) });
    await expect(settle(neighbors.count(1, 2))).rejects.toBe(reason);
  });

  it.each([5, 15, 16, 37])('take as much memory as is stated, %i columns', async (columns) => {
    const { matrix } = blobs({ clusters: 3, rows: 20_000, columns });
    const kernels = createWasmKernels(kernelModule());
    const shards = createLocalShards(matrix, kernels);
    const before = kernels.reserve(1);
    await settle(shards.neighbors.count(1, 5));
    const used = kernels.reserve(1) - before;
    const stated = neighborBytes(matrix.rows, matrix.columns);
    expect(used).toBeGreaterThan(stated * 0.98);
    // Room for one leaf is not counted.
    expect(used).toBeLessThan(stated + 128 * columns + 2_000);
  });

  it('of a single row are itself', async () => {
    const { neighbors } = shardsOf(matrixOf([[1, 2]]));
    expect([...(await settle(neighbors.count(1, 5)))]).toEqual([1]);
    expect(await settle(neighbors.nearest(Float32Array.of(1, 2), 3))).toEqual({
      rows: Int32Array.of(0),
      squaredDistances: Float64Array.of(0),
    });
  });
});
