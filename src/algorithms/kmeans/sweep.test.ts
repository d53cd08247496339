import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusteringFit } from '../../core/algorithm';
import { finish, type Progress } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { initialParams } from '../../core/params';
import { blobs, matrixOf } from '../../../tests/support/blobs';
import { shardsOf } from '../../../tests/support/shards';
import { definition } from './definition';
import { fitKMeans, type KMeansParams } from './fit';
import { sweepKMeans } from './sweep';

const initial = initialParams(definition.params);

interface Work {
  readonly matrix: Matrix;
  readonly range: { readonly from: number; readonly to: number };
  readonly params: KMeansParams;
  readonly seed: number;
}

/** One fit a number of clusters, each on shards of its own. */
async function fitEach({ matrix, range, params, seed }: Work): Promise<ClusteringFit[]> {
  const fits: ClusteringFit[] = [];
  for (let clusters = range.from; clusters <= range.to; clusters++) {
    const fit = fitKMeans(shardsOf(matrix), { ...params, clusters }, { seed });
    fits.push(await finish(fit));
  }
  return fits;
}

function sweep({ matrix, range, params, seed }: Work): Promise<readonly ClusteringFit[]> {
  return finish(sweepKMeans(shardsOf(matrix), { ...params, ...range }, { seed }));
}

describe('a sweep over numbers of clusters', () => {
  it('gives for each number what a fit of its own gives, to the last bit', async () => {
    const shapes = fc.record({
      clouds: fc.integer({ min: 1, max: 9 }),
      rows: fc.integer({ min: 1, max: 600 }),
      columns: fc.integer({ min: 1, max: 9 }),
      spread: fc.constantFrom(0, 0.5, 3),
      from: fc.integer({ min: 1, max: 9 }),
      span: fc.integer({ min: 0, max: 8 }),
      restarts: fc.integer({ min: 1, max: 3 }),
      refine: fc.boolean(),
      start: fc.constantFrom(...definition.params.start.options),
      seed: fc.nat(),
    });
    const property = fc.asyncProperty(shapes, async (shape) => {
      const { clouds, rows, columns, spread, from, span, seed, ...params } = shape;
      const { matrix } = blobs({ clusters: clouds, rows, columns, spread, seed });
      const range = { from, to: from + span };
      const work = { matrix, range, params: { ...initial, ...params }, seed };
      expect(await sweep(work)).toEqual(await fitEach(work));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('gives the same on several shards', async () => {
    const { matrix } = blobs({ clusters: 5, rows: 30_000, columns: 6, spread: 3 });
    const params = { ...initial, restarts: 2, maxIterations: 20 };
    const work = { matrix, range: { from: 2, to: 6 }, params, seed: 4 };
    expect(await sweep(work)).toEqual(await fitEach(work));
  });

  it('never lets its progress fall and ends with all of it', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 500 });
    const job = sweepKMeans(shardsOf(matrix), { ...initial, from: 2, to: 6 }, { seed: 1 });
    const seen: Progress<readonly ClusteringFit[]>[] = [];
    for (let step = await job.next(); !step.done; step = await job.next()) seen.push(step.value);
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBeLessThanOrEqual(2 + 3 + 4 + 5 + 6);
    expect(new Set(seen.map(({ facts }) => facts?.clusters))).toEqual(new Set([2, 3, 4, 5, 6]));
  });

  it('offers the fits that are finished when it is stopped', async () => {
    const { matrix } = blobs({ clusters: 4, rows: 500 });
    const job = sweepKMeans(shardsOf(matrix), { ...initial, from: 2, to: 6 }, { seed: 1 });
    let last: Progress<readonly ClusteringFit[]> | undefined;
    for (let step = await job.next(); !step.done; step = await job.next()) {
      last = step.value;
      if (last.facts?.clusters === 4) break;
      if (last.facts?.clusters === 2) expect(last.partial).toBeUndefined();
    }
    const fits = await last?.partial?.();
    await job.return(undefined as never);
    const whole = { matrix, range: { from: 2, to: 3 }, params: initial, seed: 1 };
    expect(fits).toEqual(await fitEach(whole));
  });

  it('gives fewer clusters where there are fewer distinct rows', async () => {
    const matrix = matrixOf([[1], [1], [2], [2], [3]]);
    const work = { matrix, range: { from: 2, to: 6 }, params: initial, seed: 1 };
    const fits = await sweep(work);
    expect(fits.map(({ clusters }) => clusters)).toEqual([2, 3, 3, 3, 3]);
    expect(fits.map(({ inertia }) => inertia > 0)).toEqual([true, false, false, false, false]);
  });

  it('is empty for an empty range', async () => {
    const { matrix } = blobs({ clusters: 2, rows: 20 });
    const work = { matrix, range: { from: 4, to: 3 }, params: initial, seed: 1 };
    expect(await sweep(work)).toEqual([]);
  });
});
