import { defineAlgorithm } from '../../core/algorithm';
import { choice } from '../../core/params';
import { clusters, maxIterations, restarts, start, tolerance } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'bisecting',
  family: 'clustering',
  params: {
    clusters,
    splitNext: choice({
      initial: 'biggest-inertia',
      options: ['biggest-inertia', 'largest-cluster'],
    }),
    restarts,
    start,
    maxIterations,
    tolerance,
  },
  firstParams: ['clusters', 'splitNext'],
  // About 12 iterations with two centroids a restart, on all rows once for each doubling.
  estimateMs: (params, { rows, columns }) =>
    (1 + Math.log2(params.clusters)) * (params.restarts + 2) * rows * columns * 9e-6,
});
