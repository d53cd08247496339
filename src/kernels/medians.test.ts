import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import { settle } from '../core/shard-work';
import { blobs, matrixOf } from '../../tests/support/blobs';
import { shardsOf } from '../../tests/support/shards';
import type { Kernels } from './kernels';
import { packedLength, packPoints } from './packing';
import { createLocalShards } from './local-shards';
import { orderKey, valueOfKey } from './order-key';
import { createReferenceKernels } from './reference';
import { createWasmKernels } from './wasm';

const builds = { debug: 'build/kernels.debug.wasm', release: 'build/kernels.wasm' };

/** Sizes that leave every remainder of the SIMD loops. */
const shapes = [
  { rows: 1, columns: 1, clusters: 1 },
  { rows: 7, columns: 2, clusters: 3 },
  { rows: 33, columns: 3, clusters: 4 },
  { rows: 20, columns: 5, clusters: 9 },
  { rows: 64, columns: 16, clusters: 50 },
];

/** What every kernel of this topic leaves behind for one case, the rows in two ranges. */
function runAll(kernels: Kernels, { rows, columns, clusters }: (typeof shapes)[number]) {
  const random = createRandom(rows, columns, clusters);
  const draw = (): number => (random.below(2) ? random.below(4) - 1 : random.next() * 4 - 2);
  kernels.reset();
  const slots = clusters * columns;
  const length = packedLength(clusters, columns);
  const at = {
    points: kernels.reserve(rows * columns * 4),
    packed: kernels.reserve(length * 8),
    labels: kernels.reserve(rows * 4),
    wanted: kernels.reserve(clusters * 4),
    keys: kernels.reserve(slots * 4),
    counts: kernels.reserve(slots * 16 * 4),
    found: kernels.reserve(slots * 4),
    distances: kernels.reserve(rows * clusters * 4),
  };
  const { buffer } = kernels.memory;
  const i32 = (offset: number, count: number) => new Int32Array(buffer, offset, count);
  new Float32Array(buffer, at.points, rows * columns).forEach((_, i, all) => (all[i] = draw()));
  const centers = Float64Array.from({ length: slots }, draw);
  // The last centre repeats the first: a tie that the lower index must win.
  if (clusters > 1) centers.copyWithin((clusters - 1) * columns, 0, columns);
  packPoints(centers, columns, new Float64Array(buffer, at.packed, length));
  const half = rows >> 1;
  const ranges = [
    [0, half],
    [half, rows],
  ] as const;
  const costs = ranges.map(([from, to]) =>
    kernels.assignAbsolute(at.points, at.packed, at.labels, from, to, clusters, columns),
  );
  const labels = [...i32(at.labels, rows)];
  i32(at.labels, rows)[0] = -1;
  i32(at.wanted, clusters).forEach((_, c, all) => (all[c] = c % 3 === 1 ? 0 : 1));
  const counts = [28, 24].map((shift) => {
    i32(at.counts, slots * 16).fill(0);
    i32(at.keys, slots).fill(orderKey(1) >>> 28);
    for (const [from, to] of ranges) {
      const { points, wanted, keys } = at;
      kernels.countDigits(points, at.labels, wanted, keys, at.counts, from, to, columns, shift, 4);
    }
    return [...i32(at.counts, slots * 16)];
  });
  i32(at.keys, slots).fill(orderKey(0.5));
  i32(at.found, slots).fill(-1);
  for (const [from, to] of ranges) {
    const { points, wanted, keys, found } = at;
    kernels.leastAbove(points, at.labels, wanted, keys, found, from, to, columns);
    kernels.distancesToAll(points, at.packed, at.distances, from, to, clusters, columns);
  }
  const distances = [...new Float32Array(buffer, at.distances, rows * clusters)];
  return { costs, labels, counts, found: [...i32(at.found, slots)], distances };
}

describe.each(Object.entries(builds))('the %s build', (_name, path) => {
  const kernels = createWasmKernels(new WebAssembly.Module(readFileSync(path)));
  it.each(shapes)('does as the reference with $rows rows × $columns, $clusters', (shape) => {
    expect(runAll(kernels, shape)).toEqual(runAll(createReferenceKernels(), shape));
  });
});

it('orders keys as values, and gets values back from keys', () => {
  const values = [-3.5e38, -2, -1e-40, 0, 1e-45, 0.1, 1, 7e37].map(Math.fround);
  const keys = values.map(orderKey);
  expect(keys).toEqual([...keys].sort((a, b) => a - b));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.map(valueOfKey)).toEqual(values);
});

/** The middle value, or the mean of the two middle ones. */
function plainMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return sorted.length === 0 ? 0 : (low! + high!) / 2;
}

describe('medians on shards', () => {
  it('are those of sorting, for any rows and labels', async () => {
    const value = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.float({ noNaN: true }));
    const line = fc.tuple(fc.integer({ min: -1, max: 2 }), value, value);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (lines) => {
        const finite = lines.map((own) => own.map((x) => (Math.abs(x) < 1e30 ? x : 0)));
        const matrix = matrixOf(finite.map(([, x, y]) => [x!, y!]));
        const points = createLocalShards(matrix, createReferenceKernels());
        await settle(points.label(Int32Array.from(finite, ([label]) => label!)));
        const found = await settle(points.medians(Int32Array.of(1, 0, 1)));
        for (const c of [0, 1, 2]) {
          for (const j of [0, 1]) {
            const own = finite.flatMap(([label], i) =>
              label === c && c !== 1 ? [matrix.values[i * 2 + j]!] : [],
            );
            // Adding 0 turns −0, which sorting takes for equal to 0, into 0.
            expect(found[c * 2 + j]! + 0).toBe(plainMedian(own) + 0);
          }
        }
      }),
    );
  });

  it('are exact over several shards, with eight bits at a time and with four', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 40_000, columns: 4, spread: 4 });
    for (const clusters of [3, 60]) {
      const points = shardsOf(matrix);
      const labels = Int32Array.from({ length: matrix.rows }, (_, i) => (i * 7) % clusters);
      await settle(points.label(labels));
      const found = await settle(points.medians(new Int32Array(clusters).fill(1)));
      for (const c of [0, clusters - 1]) {
        const own = [...labels.keys()].filter((i) => labels[i] === c);
        expect(found[c * 4 + 2]).toBe(plainMedian(own.map((i) => matrix.values[i * 4 + 2]!)));
      }
    }
  });
});

describe('an assignment by absolute differences', () => {
  it('counts rows, what moved and what it costs', async () => {
    const points = shardsOf(matrixOf([[0], [1], [9], [10]]));
    const first = await settle(points.assignAbsolute(Float64Array.of(0, 10)));
    expect([[...first.counts], [...first.moved], first.cost]).toEqual([[2, 2], [2, 2], 2]);
    const second = await settle(points.assignAbsolute(Float64Array.of(0, 10, 1)));
    expect([[...second.counts], [...second.moved]]).toEqual([
      [1, 2, 1],
      [1, 0, 1],
    ]);
    expect([...(await settle(points.labels()))]).toEqual([0, 2, 1, 1]);
  });

  it('leaves a later assignment by squares as it would have been', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 3000, columns: 3, spread: 4 });
    const centroids = Float64Array.from(matrix.values.subarray(0, 12));
    const [mixed, plain] = [shardsOf(matrix), shardsOf(matrix)];
    await settle(mixed.assign(centroids));
    await settle(mixed.assignAbsolute(centroids.map((x) => x + 1)));
    const { changed: _, ...found } = await settle(mixed.assign(centroids));
    const { changed: __, ...expected } = await settle(plain.assign(centroids));
    expect(found).toEqual(expected);
    expect(await settle(mixed.labels())).toEqual(await settle(plain.labels()));
  });
});

it('measures every row to every centroid', async () => {
  const { matrix } = blobs({ clusters: 3, rows: 30_000, columns: 5, spread: 2 });
  const centroids = Float64Array.from(matrix.values.subarray(0, 15));
  const found = await settle(shardsOf(matrix).distancesToAll(centroids));
  expect(found).toHaveLength(90_000);
  for (const [row, c] of [
    [0, 0],
    [12_345, 1],
    [29_999, 2],
  ] as const) {
    let sum = 0;
    for (let j = 0; j < 5; j++) sum += (matrix.values[row * 5 + j]! - centroids[c * 5 + j]!) ** 2;
    expect(found[row * 3 + c]).toBe(Math.fround(sum));
  }
});
