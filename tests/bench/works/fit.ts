import { definition } from '../../../src/algorithms/kmeans/definition';
import { fitKMeans } from '../../../src/algorithms/kmeans/fit';
import { initialParams } from '../../../src/core/params';
import { matrixOf, pointsOf, startsOf } from '../points';
import type { BenchCase, Work } from '../work';

/** 300 iterations are to convergence in practice. */
const CONVERGED = 300;

type Size = readonly [rows: number, columns: number, clusters: number];

function fitCase(
  name: string,
  [rows, columns, clusters]: Size,
  rest: Pick<BenchCase, 'shape' | 'bar' | 'bars'> & { readonly iterations?: number },
): BenchCase {
  const { iterations = CONVERGED, ...own } = rest;
  return { name, rows, columns, clusters, settings: { iterations }, ...own };
}

const M = 1_000_000;
const K = 1000;

/** K-means from given starts, without tolerance: only repeated labels end it. */
export const work: Work = {
  name: 'fit',
  cases: [
    fitCase('fit-1m-8-blobs', [M, 8, 8], {
      shape: 'blobs',
      bar: 10,
      bars: { 'ml-kmeans': 150 },
    }),
    fitCase('fit-1m-8-skew', [M, 8, 8], { shape: 'skew', bar: 10 }),
    fitCase('fit-1m-16-blobs', [M, 16, 20], { shape: 'blobs', bar: 10 }),
    fitCase('fit-1m-16-skew', [M, 16, 20], { shape: 'skew', bar: 6 }),
    fitCase('fit-200k-32-skew', [200 * K, 32, 50], { shape: 'skew', bar: 5 }),
    fitCase('fit-100k-64-skew', [100 * K, 64, 100], { shape: 'skew', bar: 5 }),
    fitCase('20-steps-1m-8', [M, 8, 8], { shape: 'skew', bar: 5, iterations: 20 }),
    fitCase('20-steps-100k-64', [100 * K, 64, 100], { shape: 'skew', bar: 2, iterations: 20 }),
  ],
  prepare(asked) {
    const points = pointsOf(asked);
    return { points: points.values, starts: startsOf(points, asked.clusters) };
  },
  async ours(given, asked, { createShards, finish, keep }) {
    const points = await createShards(matrixOf(given, asked));
    const own = {
      clusters: asked.clusters,
      tolerance: 0,
      maxIterations: asked.settings!['iterations']!,
      refine: false,
    };
    const params = { ...initialParams(definition.params), ...own };
    const starts = Float64Array.from(given['starts']!);
    const fit = await finish(fitKMeans(points, params, { seed: 1, starts }));
    keep(fit.labels, fit.centroids, Float64Array.from(fit.trace));
    return { inertia: fit.inertia, iterations: fit.iterations };
  },
};
