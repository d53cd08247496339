import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import { createPacker, standardizeColumns, type Standardized } from './pack';
import { createReferenceKernels } from './reference';
import { createWasmKernels } from './wasm';

const builds = { debug: 'build/kernels.debug.wasm', release: 'build/kernels.wasm' };

/** Numbers of any size, NaN among them. */
const numbers = fc.array(
  fc.oneof(
    fc.double({ min: -1e6, max: 1e6 }),
    fc.constantFrom(NaN, 0, -0, 1e30, 1e300, 5e-324, Infinity),
  ),
  { minLength: 1, maxLength: 40 },
);

describe.each(Object.entries(builds))('packing, %s build', (_build, path) => {
  const compiled = createPacker(createWasmKernels(readFileSync(path)));
  const reference = createPacker(createReferenceKernels());

  it('gives the bits of the reference, whatever the sizes', () => {
    const scale = fc.record({
      filling: fc.constantFrom(NaN, 1.5),
      center: fc.double({ noNaN: true, min: -10, max: 10 }),
      divisor: fc.constantFrom(1, 3, 1e-30, 0.1),
    });
    const columns = fc.array(fc.tuple(numbers, scale), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(columns, (drawn) => {
        const rows = Math.min(...drawn.map(([values]) => values.length));
        const block = { columns: drawn.map(([values]) => Float64Array.from(values)), rows };
        const scalings = drawn.map(([, scaling]) => scaling);
        const [one, other] = [0, 1].map(() => new Float32Array(rows * drawn.length)) as [
          Float32Array,
          Float32Array,
        ];
        const isGood = compiled.pack(block, scalings, one);
        expect(reference.pack(block, scalings, other)).toBe(isGood);
        expect(one).toEqual(other);
        expect(isGood).toBe(one.every(Number.isFinite));
      }),
    );
  });

  it('gives the bits of the reference where a last digit decides how f32 is rounded', () => {
    const { next } = createRandom(5);
    for (let round = 0; round < 100; round++) {
      const scalings = Array.from({ length: 4 }, () => {
        const center = next() * 2 ** -40;
        return { filling: center, center, divisor: next() };
      });
      const columns = scalings.map(({ center, divisor }) =>
        // Quotients halfway between two f32, but for roundings and up to two last places.
        Float64Array.from({ length: 300 }, () => {
          const half = Math.fround((1 + next()) / 2) + 2 ** -25;
          return center + half * divisor * (1 + Math.round(4 * next() - 2) * Number.EPSILON);
        }),
      );
      const [one, other] = [new Float32Array(1200), new Float32Array(1200)];
      expect(compiled.pack({ columns, rows: 300 }, scalings, one)).toBe(true);
      expect(reference.pack({ columns, rows: 300 }, scalings, other)).toBe(true);
      expect(one).toEqual(other);
    }
  });
});

function standardize(columns: readonly Float64Array[]): Standardized {
  const kernels = createWasmKernels(readFileSync(builds.release));
  const work = standardizeColumns(columns, kernels);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('standardising columns', () => {
  it('finds the mean and the deviation of present values, also far from zero and in order', () => {
    const random = createRandom(3);
    for (const offset of [0, 1e6, -1e12]) {
      const column = Float64Array.from({ length: 30_001 }, (_, i) =>
        i % 7 === 0 ? NaN : offset + i / 100 + random.next(),
      );
      const present = column.filter((value) => !Number.isNaN(value));
      const rough = present.reduce((sum, value) => sum + (value - offset), 0) / present.length;
      const square = present.reduce((sum, value) => sum + (value - offset - rough) ** 2, 0);
      const { center, divisor } = standardize([column]).scalings[0]!;
      expect(Math.abs(center - offset - rough)).toBeLessThan(
        1e-9 * Math.max(1, Math.abs(offset) / 1e6),
      );
      expect(divisor / Math.sqrt(square / present.length)).toBeCloseTo(1, 9);
    }
  });

  it('leaves no number missing and divides a constant column by one', () => {
    const columns = [
      [NaN, NaN, NaN],
      [7.1, NaN, 7.1],
      [1, 2, NaN],
    ].map((c) => Float64Array.from(c));
    const { values, scalings } = standardize(columns);
    expect([...values]).toEqual([0, 0, -1, 0, 0, 1, 0, 0, 0]);
    expect(scalings.map(({ divisor }) => divisor)).toEqual([1, 1, 0.5]);
  });

  it('pauses after every block of rows', () => {
    const kernels = createWasmKernels(readFileSync(builds.release));
    const work = standardizeColumns([new Float64Array(20_000), new Float64Array(20_000)], kernels);
    expect([...work]).toHaveLength(3 * 5);
  });
});
