import type { Random } from '../../src/core/random';
import type { Kernels } from '../../src/kernels/kernels';
import { packedLength, packPoints, screenLength, tileLength } from '../../src/kernels/packing';
import { sumSteps } from '../../src/kernels/sum-steps';

export const RELEASE = 'build/kernels.wasm';
export const builds = { debug: 'build/kernels.debug.wasm', release: RELEASE };

/** Sizes that leave every remainder of the SIMD loops, small ones first. */
export const shapes = [
  { rows: 1, columns: 1, points: 1 },
  { rows: 7, columns: 2, points: 3 },
  { rows: 33, columns: 3, points: 4 },
  { rows: 20, columns: 5, points: 9 },
  { rows: 64, columns: 16, points: 50 },
];

export interface Laid {
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

export interface Case {
  readonly rows: number;
  readonly columns: number;
  readonly points: number;
  readonly values: Float32Array;
  readonly others: Float64Array;
  readonly labels: Int32Array;
}

export function createCase(shape: (typeof shapes)[number], random: Random): Case {
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
export function layOut(kernels: Kernels, given: Case, parts = 1): Laid {
  kernels.reset();
  const { rows, columns, points } = given;
  const length = packedLength(points, columns);
  const at = {
    points: kernels.reserve(given.values.byteLength),
    packed: kernels.reserve(length * 8),
    rowMajor: kernels.reserve(given.others.byteLength),
    labels: kernels.reserve(rows * 4),
    numbers: kernels.reserve(Math.max(rows, points * columns) * 8),
    sums: kernels.reserve(Math.max(points * columns, rows * 3) * 8),
    counts: kernels.reserve(points * 4),
    low: kernels.reserve(points * columns * 8),
    steps: kernels.reserve(columns * 16),
    list: kernels.reserve((rows + 8) * 4),
    found: kernels.reserve((rows + 8) * 4),
    slacks: kernels.reserve((rows + 16) * 4),
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
  new Float64Array(buffer, at.steps).set(sumSteps(largest, rows, parts));
  new Int32Array(buffer, at.list, rows).forEach((_, i, list) => (list[i] = i));
  new Float32Array(buffer, at.drifts, points).fill(0);
  return { kernels, ...at };
}

export const f64 = (laid: Laid, at: number, length: number): number[] => [
  ...new Float64Array(laid.kernels.memory.buffer, at, length),
];
export const i32 = (laid: Laid, at: number, length: number): number[] => [
  ...new Int32Array(laid.kernels.memory.buffer, at, length),
];
