import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../core/random';
import {
  packedLength,
  packPoints,
  packScreen,
  screenLength,
  sumSteps,
  tileLength,
  type Kernels,
} from './kernels';
import { createReferenceKernels } from './reference';
import { createWasmKernels } from './wasm';

const RELEASE = 'build/kernels.wasm';
const builds = { debug: 'build/kernels.debug.wasm', release: RELEASE };

/** Sizes that leave every remainder of the SIMD loops, small ones first. */
const shapes = [
  { rows: 1, columns: 1, points: 1 },
  { rows: 7, columns: 2, points: 3 },
  { rows: 33, columns: 3, points: 4 },
  { rows: 20, columns: 5, points: 9 },
  { rows: 64, columns: 16, points: 50 },
];

interface Laid {
  readonly kernels: Kernels;
  readonly points: number;
  readonly packed: number;
  readonly rowMajor: number;
  readonly labels: number;
  readonly numbers: number;
  readonly sums: number;
  readonly counts: number;
  readonly low: number;
  readonly steps: number;
  readonly list: number;
  readonly found: number;
  readonly slacks: number;
  readonly norms: number;
  readonly screen: number;
  readonly tile: number;
  readonly drifts: number;
}

interface Case {
  readonly rows: number;
  readonly columns: number;
  readonly points: number;
  readonly values: Float32Array;
  readonly others: Float64Array;
  readonly labels: Int32Array;
}

function createCase(shape: (typeof shapes)[number], random: Random): Case {
  const { rows, columns, points } = shape;
  // Half the values are whole, so that equal distances do occur.
  const draw = (): number => (random.below(2) ? random.below(4) : random.next() * 3);
  const values = Float32Array.from({ length: rows * columns }, draw);
  const others = Float64Array.from({ length: points * columns }, draw);
  // The last point repeats the first: a tie that the lower index must win.
  if (points > 1) others.copyWithin((points - 1) * columns, 0, columns);
  const labels = Int32Array.from({ length: rows }, () => random.below(points + 1) - 1);
  return { ...shape, values, others, labels };
}

/** Puts the same case into the memory of some kernels. */
function layOut(kernels: Kernels, given: Case): Laid {
  kernels.reset();
  const { rows, columns, points } = given;
  const length = packedLength(points, columns);
  const at = {
    points: kernels.reserve(given.values.byteLength),
    packed: kernels.reserve(length * 8),
    rowMajor: kernels.reserve(given.others.byteLength),
    labels: kernels.reserve(rows * 4),
    numbers: kernels.reserve(rows * 8),
    sums: kernels.reserve(Math.max(points * columns, rows * 3) * 8),
    counts: kernels.reserve(points * 4),
    low: kernels.reserve(points * columns * 8),
    steps: kernels.reserve(columns * 16),
    list: kernels.reserve(rows * 4),
    found: kernels.reserve(rows * 4),
    slacks: kernels.reserve(rows * 4),
    norms: kernels.reserve(rows * 4),
    screen: kernels.reserve(screenLength(points, columns) * 4),
    tile: kernels.reserve(tileLength(columns) * 4),
    drifts: kernels.reserve(points * 4),
  };
  const { buffer } = kernels.memory;
  new Float32Array(buffer, at.points).set(given.values);
  packPoints(given.others, columns, new Float64Array(buffer, at.packed, length));
  new Float64Array(buffer, at.rowMajor).set(given.others);
  new Int32Array(buffer, at.labels).set(given.labels);
  new Float64Array(buffer, at.numbers, rows).fill(4);
  new Float64Array(buffer, at.sums, Math.max(points * columns, rows * 3)).fill(0);
  new Int32Array(buffer, at.counts, points).fill(0);
  new Float64Array(buffer, at.low, points * columns).fill(0);
  const largest = Float64Array.from({ length: columns }, (_, j) =>
    given.values.reduce(
      (size, x, at) => (at % columns === j ? Math.max(size, Math.abs(x)) : size),
      0,
    ),
  );
  new Float64Array(buffer, at.steps).set(sumSteps(largest, rows));
  new Int32Array(buffer, at.list, rows).forEach((_, i, list) => (list[i] = i));
  new Float32Array(buffer, at.drifts, points).fill(0);
  return { kernels, ...at };
}

const f64 = (laid: Laid, at: number, length: number): number[] => [
  ...new Float64Array(laid.kernels.memory.buffer, at, length),
];
const i32 = (laid: Laid, at: number, length: number): number[] => [
  ...new Int32Array(laid.kernels.memory.buffer, at, length),
];

/** Assigns the rows [from, to) and leaves labels at `found`, slacks at `slacks`. */
function assignListed(laid: Laid, given: Case, from: number, to: number): void {
  const { kernels, norms, packed, screen, list, drifts, tile, found, slacks } = laid;
  const { rows, columns, points } = given;
  const view = new Float32Array(kernels.memory.buffer, screen, screenLength(points, columns));
  const reach = packScreen(given.others, columns, view);
  kernels.rowNorms(laid.points, norms, 0, rows, columns);
  // prettier-ignore
  kernels.assignListed(
    laid.points, norms, packed, screen, list, drifts, tile, found, slacks,
    from, to, points, columns, reach,
  );
}

/** Every kernel by name: runs it on a laid-out case and returns all that it wrote or returned. */
const runs: Record<string, (laid: Laid, given: Case) => readonly number[]> = {
  assignListed(laid, given) {
    const { kernels } = laid;
    const half = given.rows >> 1;
    for (const [from, to] of [
      [0, half],
      [half, given.rows],
    ] as const) {
      assignListed(laid, given, from, to);
    }
    return i32({ ...laid, kernels }, laid.found, given.rows);
  },
  moveListed(laid, { rows, columns, points }) {
    const { kernels, list, found, steps, labels, sums, low, counts } = laid;
    const move = (to: Int32Array): number => {
      new Int32Array(kernels.memory.buffer, found, rows).set(to);
      return kernels.moveListed(
        laid.points,
        list,
        found,
        steps,
        labels,
        sums,
        low,
        counts,
        0,
        rows,
        columns,
      );
    };
    // All rows begin without a label; then every other one moves on.
    new Int32Array(kernels.memory.buffer, labels, rows).fill(-1);
    const first = Int32Array.from({ length: rows }, (_, i) => i % points);
    const second = first.map((label, i) => (i % 2 ? (label + 1) % points : label));
    const moved = [move(first), move(second)];
    const both = [...f64(laid, sums, points * columns), ...f64(laid, low, points * columns)];
    return [...moved, ...both, ...i32(laid, counts, points), ...i32(laid, labels, rows)];
  },
  inertiaByLabel({ kernels, points, rowMajor, labels }, { rows, columns }) {
    return [kernels.inertiaByLabel(points, rowMajor, labels, 0, rows, columns)];
  },
  sumByLabel(laid, { rows, columns, points }) {
    laid.kernels.sumByLabel(laid.points, laid.labels, laid.sums, laid.counts, 0, rows, columns);
    return [...f64(laid, laid.sums, points * columns), ...i32(laid, laid.counts, points)];
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

/** How much farther the second nearest point is than the nearest. */
function gapOf({ values, others, columns, points }: Case, row: number): number {
  const distances = Array.from({ length: points }, (_, p) => {
    const differences = Array.from(
      { length: columns },
      (_unused, j) => values[row * columns + j]! - others[p * columns + j]!,
    );
    return Math.hypot(...differences);
  }).sort((a, b) => a - b);
  return distances[1]! - distances[0]!;
}

function sumOfDistances(laid: Laid, { rows, columns, points }: Case): readonly number[] {
  const { kernels, packed, sums } = laid;
  kernels.sumDistances(laid.points, packed, sums + 8, 0, rows, points, columns, 3);
  kernels.sumDistances(laid.points, packed, sums + 8, 0, rows, points, columns, 3);
  return f64(laid, sums, rows * 3);
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

  it('sumDistances differs from the reference by at most 1e-13 of each sum', () => {
    const random = createRandom(12);
    for (const shape of shapes) {
      const given = createCase(shape, random);
      const sums = sumOfDistances(layOut(wasm, given), given);
      const expected = sumOfDistances(layOut(reference, given), given);
      sums.forEach((sum, i) => {
        expect(Math.abs(sum - expected[i]!)).toBeLessThanOrEqual(1e-13 * expected[i]!);
      });
    }
  });

  it('gives a tie to the lower index', () => {
    const given: Case = {
      rows: 1,
      columns: 1,
      points: 6,
      values: Float32Array.of(0),
      others: Float64Array.of(3, -1, 1, 5, 1, -1),
      labels: Int32Array.of(0),
    };
    const laid = layOut(wasm, given);
    assignListed(laid, given, 0, 1);
    expect(i32(laid, laid.found, 1)).toEqual([1]);
  });

  it('bounds how much farther the second nearest is from below, and closely', () => {
    const random = createRandom(13);
    for (const shape of shapes.filter(({ points }) => points > 1)) {
      const given = createCase(shape, random);
      const laid = layOut(wasm, given);
      assignListed(laid, given, 0, given.rows);
      const slacks = new Float32Array(wasm.memory.buffer, laid.slacks, given.rows);
      slacks.forEach((slack, row) => {
        const gap = gapOf(given, row);
        expect(slack).toBeGreaterThanOrEqual(0);
        expect(slack).toBeLessThanOrEqual(gap);
        expect(slack).toBeGreaterThan(gap * 0.99 - 1e-3);
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
    expect(names.sort()).toEqual(Object.keys(createReferenceKernels()).sort());
  });
});
