import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import type { Kernels } from './kernels';
import { seedTileLength } from './packing';
import { createReferenceKernels } from './reference';
import { createWasmKernels } from './wasm';

const builds = { debug: 'build/kernels.debug.wasm', release: 'build/kernels.wasm' };

interface Case {
  readonly rows: number;
  readonly columns: number;
  readonly seeds: number;
  readonly candidates: number;
  readonly values: Float32Array;
  readonly others: Float32Array;
}

function createCase(shape: Omit<Case, 'values' | 'others'>): Case {
  const { rows, columns, seeds, candidates } = shape;
  const random = createRandom(rows, columns, seeds, candidates);
  // Half the values are whole, so that rows do equal points.
  const draw = (): number => (random.below(2) ? random.below(3) : random.next() * 3);
  const values = Float32Array.from({ length: rows * columns }, draw);
  const others = Float32Array.from({ length: (seeds + candidates) * columns }, draw);
  return { ...shape, values, others };
}

/** Sizes that leave every remainder of the SIMD loops. */
const cases = [
  { rows: 1, columns: 1, seeds: 1, candidates: 0 },
  { rows: 7, columns: 2, seeds: 0, candidates: 1 },
  { rows: 8, columns: 4, seeds: 1, candidates: 4 },
  { rows: 33, columns: 3, seeds: 2, candidates: 3 },
  { rows: 256, columns: 8, seeds: 1, candidates: 5 },
  { rows: 250, columns: 37, seeds: 9, candidates: 12 },
].map(createCase);

/** Weights (at first 4) and totals after one call, the second half of the rows in a call of its own. */
function weigh(
  kernels: Kernels,
  given: Case,
): { readonly weights: number[]; readonly totals: readonly number[] } {
  const { rows, columns, seeds, candidates } = given;
  kernels.reset();
  const padded = Math.ceil(rows / 8) * 8;
  const points = kernels.reserve(given.values.byteLength);
  const others = kernels.reserve(given.others.byteLength);
  const at = kernels.reserve(padded * 4);
  const tile = kernels.reserve(seedTileLength(candidates, columns) * 4);
  const totalsAt = kernels.reserve((candidates + 1) * 8);
  const { buffer } = kernels.memory;
  new Float32Array(buffer, points).set(given.values);
  new Float32Array(buffer, others).set(given.others);
  new Float32Array(buffer, at, padded).fill(4, 0, rows).fill(0, rows);
  const totals = new Array<number>(candidates + 1).fill(0);
  const half = (rows >> 4) << 3;
  for (const [from, to] of [
    [0, half],
    [half, rows],
  ] as const) {
    // prettier-ignore
    kernels.weighSeeds(
      points, others, at, tile, totalsAt, from, to, seeds, candidates, columns,
    );
    new Float64Array(buffer, totalsAt, candidates + 1).forEach((sum, c) => (totals[c]! += sum));
  }
  expect([...new Float32Array(buffer, at, padded).subarray(rows)].every((w) => w === 0)).toBe(true);
  return { weights: [...new Float32Array(buffer, at, rows)], totals };
}

describe.each(Object.entries(builds))('weighing seeds, %s build', (_build, path) => {
  const wasm = createWasmKernels(readFileSync(path));

  it.each(cases)('gives the weights of the reference, $rows × $columns', (given) => {
    const { weights, totals } = weigh(wasm, given);
    const expected = weigh(createReferenceKernels(), given);
    expect(weights).toEqual(expected.weights);
    totals.forEach((total, c) => {
      const tolerance = 3e-6 * expected.totals[c]!;
      expect(Math.abs(total - expected.totals[c]!)).toBeLessThanOrEqual(tolerance);
    });
  });

  it('weighs a row that equals a seed nothing, and no other row', () => {
    const values = Float32Array.from({ length: 40 }, (_, i) => 0.1 * (i >> 2));
    const others = Float32Array.of(0.1, 0.1, 0.1, 0.1);
    const given = { rows: 10, columns: 4, seeds: 1, candidates: 0, values, others };
    const { weights } = weigh(wasm, given);
    expect(weights.map((weight) => weight > 0)).toEqual([...Array(10).keys()].map((i) => i !== 1));
  });
});
