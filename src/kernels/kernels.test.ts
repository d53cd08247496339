import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import {
  builds,
  createCase,
  f64,
  i32,
  layOut,
  RELEASE,
  shapes,
  type Case,
  type Laid,
} from '../../tests/support/kernel-case';
import type { Kernels } from './kernels';
import { packQuads, paddedRows } from './pair-blocks';
import { createReferenceKernels } from './reference';
import { TEXT_KERNELS } from './text-kernels';
import { createWasmKernels } from './wasm';

/** Those that `neighbors.test.ts` holds to a plain reference. */
const NEIGHBOR_KERNELS = [
  'splitNodes',
  'turnLeaves',
  'largestSquare',
  'chooseUnit',
  'encodeLeaves',
  'countNear',
  'startJoin',
  'joinNear',
  'leastLabels',
  'labelNear',
  'nearestRows',
];

/** Every kernel by name: runs it on a laid-out case and returns all that it wrote or returned. */
const runs: Record<string, (laid: Laid, given: Case) => readonly number[]> = {
  inertiaByLabel({ kernels, points, rowMajor, labels }, { rows, columns }) {
    return [kernels.inertiaByLabel(points, rowMajor, labels, 0, rows, columns)];
  },
  sumByLabel(laid, { rows, columns, points }) {
    laid.kernels.sumByLabel(laid.points, laid.labels, laid.sums, laid.counts, 0, rows, columns);
    return [...f64(laid, laid.sums, points * columns), ...i32(laid, laid.counts, points)];
  },
  measureByLabel(laid, { rows, columns, points }) {
    const { kernels, packed, labels, sums } = laid;
    kernels.measureByLabel(laid.points, packed, labels, sums, 0, rows, points, columns);
    return f64(laid, sums, points * 3);
  },
  distancesToLabel(laid, { rows, columns }) {
    const { kernels, points, rowMajor, labels, numbers } = laid;
    kernels.distancesToLabel(points, rowMajor, labels, numbers, 0, rows, columns);
    return f64(laid, numbers, rows);
  },
  lowerWeights(laid, { rows, columns }) {
    const { kernels, points, rowMajor, numbers } = laid;
    const total = kernels.lowerWeights(points, rowMajor, numbers, 0, rows, columns);
    return [total, ...f64(laid, numbers, rows)];
  },
  sumLowered(laid, { rows, columns, points }) {
    const { kernels, packed, numbers, sums } = laid;
    kernels.sumLowered(laid.points, packed, numbers, sums, 0, rows, points, columns);
    return [...f64(laid, sums, points), ...f64(laid, numbers, rows)];
  },
};

/** Sums between the rows and as many of them as there are points, then within the rows. */
function sumsOfPairs(kernels: Kernels, { values, rows, columns, points }: Case): readonly number[] {
  kernels.reset();
  const others = Math.min(rows, points);
  const [a, b] = [rows, others].map((count) => kernels.reserve(paddedRows(count) * columns * 4));
  const [sumsA, sumsB] = [rows, others].map((count) => kernels.reserve(paddedRows(count) * 8));
  const { buffer } = kernels.memory;
  const view = (at: number, count: number) => new Float64Array(buffer, at, paddedRows(count));
  for (const [quads, sums, count] of [
    [a!, sumsA!, rows],
    [b!, sumsB!, others],
  ] as const) {
    const packed = new Float32Array(buffer, quads, paddedRows(count) * columns);
    // What lies in places of no row must not count.
    packed.fill(7);
    packQuads(values.subarray(0, count * columns), columns, packed);
    view(sums, count).fill(0);
  }
  kernels.sumPairs(a!, b!, sumsA!, sumsB!, rows, others, columns);
  kernels.sumPairs(a!, a!, sumsA!, sumsA!, rows, rows, columns);
  return [...view(sumsA!, rows).subarray(0, rows), ...view(sumsB!, others).subarray(0, others)];
}

describe.each(Object.entries(builds))('kernels, %s build', (_build, path) => {
  const wasm = createWasmKernels(readFileSync(path));
  const reference = createReferenceKernels();

  it.each(Object.keys(runs))('%s equals the reference to the last bit', (name) => {
    const random = createRandom(11, name);
    for (const shape of shapes) {
      const given = createCase(shape, random);
      const run = runs[name]!;
      expect(run(layOut(wasm, given), given)).toEqual(run(layOut(reference, given), given));
    }
  });

  it('sumPairs differs from the reference by no more than rounding to f32 explains', () => {
    const random = createRandom(12);
    const large = { rows: 203, columns: 6, points: 90 };
    for (const shape of [...shapes, large]) {
      const given = createCase(shape, random);
      const expected = sumsOfPairs(reference, given);
      sumsOfPairs(wasm, given).forEach((sum, i) => {
        const tolerance = (shape.columns / 2 + 19) * 2 ** -24;
        expect(Math.abs(sum - expected[i]!)).toBeLessThanOrEqual(tolerance * expected[i]!);
      });
    }
  });

  it('reserves aligned, separate memory and grows beyond the first page', () => {
    wasm.reset();
    const first = wasm.reserve(100);
    const second = wasm.reserve(1_000_000);
    const third = wasm.reserve(8);
    expect([first % 64, second % 64, third % 64]).toEqual([0, 0, 0]);
    expect(second).toBeGreaterThanOrEqual(first + 100);
    expect(third).toBeGreaterThanOrEqual(second + 1_000_000);
    expect(wasm.memory.buffer.byteLength).toBeGreaterThanOrEqual(third + 8);
    wasm.reset();
    expect(wasm.reserve(8)).toBe(first);
  });

  it('sets memory aside as zeros, also when it was used before', () => {
    wasm.reset();
    const used = new Uint8Array(wasm.memory.buffer, wasm.reserve(3000), 3000).fill(7);
    wasm.reset();
    expect(wasm.reserve(1000)).toBe(used.byteOffset);
    expect(used.subarray(0, 1000).every((byte) => byte === 0)).toBe(true);
  });

  it('says that there is no room instead of failing', () => {
    wasm.reset();
    expect([wasm.reserve(0xffff_ffff), wasm.reserve(0xffff_0000)]).toEqual([0, 0]);
    expect(wasm.reserve(8)).toBeGreaterThan(0);
  });
});

describe('the release module', () => {
  it('imports nothing and stays within 64 KB', () => {
    const bytes = readFileSync(RELEASE);
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual([]);
    expect(bytes.byteLength).toBeLessThanOrEqual(64 * 1024);
  });

  it('exports the kernels and the memory, nothing else', () => {
    const module = new WebAssembly.Module(readFileSync(RELEASE));
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    const known = [...Object.keys(createReferenceKernels()), ...NEIGHBOR_KERNELS, ...TEXT_KERNELS];
    expect(names.sort()).toEqual(known.sort());
  });
});
