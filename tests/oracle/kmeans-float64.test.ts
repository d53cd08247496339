import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definition } from '../../src/algorithms/kmeans/definition';
import { fitKMeans } from '../../src/algorithms/kmeans/fit';
import { finish } from '../../src/core/job';
import { initialParams } from '../../src/core/params';
import { hashedRows } from '../support/hashed-rows';
import { shardsOf } from '../support/shards';

interface Case {
  readonly shape: 'blobs' | 'skew';
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  readonly checksum: number;
  readonly steps: readonly {
    readonly iterations: number;
    readonly inertia: number;
    /** SHA-256 of the labels as int32. */
    readonly labels: string;
  }[];
  readonly converged: { readonly inertia: number; readonly iterations: number };
}

/** Recorded by kmeans-float64.py. */
const { cases } = JSON.parse(readFileSync('tests/oracle/kmeans-float64.json', 'utf8')) as {
  readonly cases: readonly Case[];
};

async function fitOf(one: Case, maxIterations: number) {
  const matrix = hashedRows({ ...one, clouds: one.clusters }, one.shape);
  const starts = Float64Array.from(matrix.values.subarray(0, one.clusters * one.columns));
  const own = { clusters: one.clusters, tolerance: 0, maxIterations, refine: false };
  const params = { ...initialParams(definition.params), ...own };
  return finish(fitKMeans(shardsOf(matrix), params, { seed: 1, starts }));
}

describe('Lloyd’s iterations beside scikit-learn in float64', () => {
  describe.each(cases)('$shape, $rows × $columns, k = $clusters', (one) => {
    it('starts from the same bits', () => {
      const { values } = hashedRows({ ...one, clouds: one.clusters }, one.shape);
      // Another order of adding: the last digits may differ.
      const sum = values.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum / one.checksum - 1)).toBeLessThan(1e-12);
    });

    it.each(one.steps)('labels every row the same after $iterations', async (step) => {
      const { labels, inertia } = await fitOf(one, step.iterations);
      expect(Math.abs(inertia / step.inertia - 1)).toBeLessThan(1e-6);
      expect(createHash('sha256').update(labels).digest('hex')).toBe(step.labels);
    });

    it('converges to the same inertia', async () => {
      const { inertia } = await fitOf(one, 2000);
      expect(Math.abs(inertia / one.converged.inertia - 1)).toBeLessThan(1e-4);
    });
  });
});
