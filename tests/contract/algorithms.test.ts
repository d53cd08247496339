import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { algorithms, clusteringAlgorithms } from '../../src/algorithms/catalogue';
import { clusteringFitOf } from '../../src/algorithms/fits';
import type { ClusteringFit } from '../../src/core/algorithm';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { initialParams, parseParams, type ParamSpec } from '../../src/core/params';
import type { Words } from '../../src/core/words';
import { NOISE } from '../../src/core/values';
import { blobs, matrixOf } from '../support/blobs';
import { shardsOf } from '../support/shards';
import { toolsOf } from '../support/tools';

const folders = readdirSync('src/algorithms', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'parts')
  .map((entry) => entry.name);

const cloud = blobs({ clusters: 3, rows: 240, columns: 3 }).matrix;

/** Points on which something always goes wrong. */
const AWKWARD: readonly (readonly [string, Matrix])[] = [
  ['one row', matrixOf([[1, 2]])],
  ['two rows', matrixOf([[1], [2]])],
  ['one column', matrixOf([[1], [2], [3], [10], [11], [12]])],
  ['equal rows', matrixOf(Array.from({ length: 20 }, () => [3, -4]))],
  ['fewer distinct rows than clusters', matrixOf([[0], [1], [0], [1], [0], [1], [0]])],
  ['a constant column', matrixOf(Array.from({ length: 30 }, (_, i) => [i % 7, 5]))],
  ['huge and tiny numbers', matrixOf([[1e30], [-1e30], [1e-30], [0], [1], [2]])],
];

interface Fitting {
  readonly matrix: Matrix;
  readonly name: string;
  readonly seed?: number;
}

function jobOf({ matrix, name, seed = 7 }: Fitting) {
  const { definition, fit } = clusteringFitOf(name)!;
  const shards = shardsOf(matrix);
  return { shards, job: fit(shards, initialParams(definition.params), toolsOf(seed)) };
}

async function fitted(fitting: Fitting): Promise<ClusteringFit> {
  const { shards, job } = jobOf(fitting);
  try {
    return await finish(job);
  } finally {
    shards.release();
  }
}

function expectWords({ zh, en }: Words): void {
  expect(zh.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
}

/** Labels 0 … clusters − 1 without gaps, noise for outliers only, figures that are numbers. */
function expectWellFormed(fit: ClusteringFit, matrix: Matrix): void {
  expect(fit.labels).toHaveLength(matrix.rows);
  const used = new Set(fit.labels);
  used.delete(NOISE);
  expect([...used].sort((a, b) => a - b)).toEqual(
    Array.from({ length: fit.clusters }, (_, i) => i),
  );
  expect(fit.centroids).toHaveLength(fit.clusters * matrix.columns);
  for (const value of [...fit.centroids, fit.inertia, fit.totalInertia]) {
    expect(Number.isFinite(value)).toBe(true);
  }
  expect(fit.inertia).toBeGreaterThanOrEqual(0);
}

it('finds every folder of algorithms', () => {
  expect(algorithms.map(({ definition }) => definition.name)).toEqual([...folders].sort());
});

it('shares the name of a parameter only where it means the same', () => {
  const known = new Map<string, { of: string; spec: ParamSpec; label: Words }>();
  for (const { definition, text } of clusteringAlgorithms) {
    for (const [name, spec] of Object.entries(definition.params)) {
      // The cell's own parameters.
      expect(['method', 'names']).not.toContain(name);
      const { label } = text.params[name]!;
      const other = known.get(name) ?? { of: definition.name, spec, label };
      known.set(name, other);
      const what = `${name} of ${definition.name} and ${other.of}`;
      expect({ spec, label }, what).toEqual({ spec: other.spec, label: other.label });
    }
  }
});

describe.each(folders)('the algorithm %s', (name) => {
  it.each(['definition.ts', 'text.ts', 'fit.ts', 'fit.test.ts', 'README.md'])('has %s', (file) => {
    expect(existsSync(`src/algorithms/${name}/${file}`)).toBe(true);
  });

  it('has words in both languages', () => {
    const { definition, text } = algorithms.find((entry) => entry.definition.name === name)!;
    expectWords(text.title);
    expectWords(text.summary);
    for (const param of Object.keys(definition.params)) expectWords(text.params[param]!.label);
    expect(parseParams(definition.params, {})).toEqual(initialParams(definition.params));
    for (const { words } of text.sentence(initialParams(definition.params))) expectWords(words);
    for (const words of text.made?.(initialParams(definition.params)) ?? []) expectWords(words);
  });

  it('puts at most two of its own parameters first, and expects a time', () => {
    const {
      params,
      firstParams = [],
      estimateMs,
    } = algorithms.find((entry) => entry.definition.name === name)!.definition;
    expect(Object.keys(params)).toEqual(expect.arrayContaining([...firstParams]));
    expect(firstParams.length).toBeLessThanOrEqual(2);
    const ms = estimateMs?.(initialParams(params), { rows: 100_000, columns: 8 });
    expect(ms ?? 0).toBeGreaterThanOrEqual(0);
  });
});

describe.each(clusteringAlgorithms.map(({ definition }) => definition.name))(
  'the clustering algorithm %s',
  (name) => {
    it('gives the same answer for the same seed, and labels every row', async () => {
      const fit = await fitted({ matrix: cloud, name });
      expectWellFormed(fit, cloud);
      expect(await fitted({ matrix: cloud, name })).toEqual(fit);
    });

    it.each(AWKWARD)('accepts %s', async (_what, matrix) => {
      expectWellFormed(await fitted({ matrix, name }), matrix);
    });

    it('yields while it works, and its progress never moves backwards', async () => {
      const { shards, job } = jobOf({ matrix: cloud, name });
      let last = 0;
      let steps = 0;
      for await (const { done, total } of job) {
        expect(done / total).toBeGreaterThanOrEqual(last);
        expect(done).toBeLessThanOrEqual(total);
        last = done / total;
        steps++;
      }
      shards.release();
      expect(steps).toBeGreaterThan(0);
    });

    it('stops cleanly when it is abandoned at any step, with a partial answer or none', async () => {
      for (let stopAfter = 1; stopAfter < 400; stopAfter *= 3) {
        const { shards, job } = jobOf({ matrix: cloud, name });
        let partial: ClusteringFit | undefined;
        for (let step = 0; step < stopAfter; step++) {
          const next = await job.next();
          if (next.done) break;
          if (step === stopAfter - 1) partial = await next.value.partial?.();
        }
        // A well-formed partial answer is all that the law asks: how good it is, nobody knows yet.
        if (partial) expectWellFormed(partial, cloud);
        await job.return(undefined as never);
        expect((await job.next()).done).toBe(true);
        shards.release();
      }
    });

    it('leaves its points untouched', async () => {
      const matrix = { ...cloud, values: cloud.values.slice() };
      await fitted({ matrix, name });
      expect(matrix.values).toEqual(cloud.values);
    });
  },
);
