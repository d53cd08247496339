import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settle } from '../core/shard-work';
import type { Shards } from '../core/shards';
import { blobs } from '../../tests/support/blobs';
import { builds } from '../../tests/support/kernel-case';
import { createLocalShards } from './local-shards';
import { createReferenceKernels } from './reference';
import { createWasmKernels } from './wasm';

// More than 128 centroids, so that masks have two words; columns that leave every remainder.
const clusters = 130;
const cases = [8, 15, 18, 33].map((columns) =>
  blobs({ clusters: 9, rows: 333, columns, spread: 2 }),
);

/** Labels, sums and counts of some steps that move every centroid a little. */
async function stepsOf(points: Shards, values: Float32Array): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (const share of [0, 0.01, 0.02, 0.5]) {
    const centroids = Float64Array.from(
      values.subarray(0, clusters * points.columns),
      (value, at) => value * (1 - share) + share * values[values.length - 1 - at]!,
    );
    const { sums, counts, changed } = await settle(points.assign(centroids));
    seen.push({ labels: await settle(points.labels()), sums, counts, changed });
  }
  return seen;
}

describe('kernels of bounds for groups of centroids', () => {
  it.each(Object.entries(builds))(
    'do what the reference does, step by step (%s)',
    async (_, at) => {
      const module = new WebAssembly.Module(readFileSync(at));
      for (const { matrix } of cases) {
        const compiled = createLocalShards(matrix, createWasmKernels(module));
        const reference = createLocalShards(matrix, createReferenceKernels());
        const expected = await stepsOf(reference, matrix.values);
        expect(await stepsOf(compiled, matrix.values)).toEqual(expected);
      }
    },
  );
});
