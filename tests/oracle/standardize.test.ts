import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardizeColumns } from '../../src/kernels/pack';
import { createWasmKernels } from '../../src/kernels/wasm';
import { kernelModule } from '../support/shards';

interface Column {
  readonly name: string;
  readonly values: string;
  readonly mean: number;
  readonly scale: number;
  readonly after: string;
}

/** Recorded by standardize.py. */
const { columns } = JSON.parse(readFileSync('tests/oracle/standardize.json', 'utf8')) as {
  readonly columns: readonly Column[];
};

function numbersOf(base64: string): Float64Array {
  return new Float64Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

function standardized() {
  const given = columns.map(({ values }) => numbersOf(values));
  const work = standardizeColumns(given, createWasmKernels(kernelModule()));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('standardising and packing columns', () => {
  const { values, scalings } = standardized();

  it.each([...columns.entries()].map(([j, column]) => ({ j, ...column })))(
    'agrees with scikit-learn on $name',
    ({ j, mean, scale, after, values: given }) => {
      const { center, divisor } = scalings[j]!;
      expect(Math.abs(center - mean)).toBeLessThanOrEqual(1e-9 * scale + 1e-15 * Math.abs(mean));
      expect(Math.abs(divisor - scale)).toBeLessThanOrEqual(1e-9 * scale);
      const raw = numbersOf(given);
      numbersOf(after).forEach((expected, row) => {
        const exact = Number.isNaN(raw[row]!) ? 0 : (raw[row]! - center) / divisor;
        expect(Math.abs(exact - expected)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(expected)),
        );
        expect(values[row * columns.length + j]).toBe(Math.fround(exact));
      });
    },
  );
});
