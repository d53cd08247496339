import { defineAlgorithm } from '../../core/algorithm';
import { choice, integer, number } from '../../core/params';

export const definition = defineAlgorithm({
  name: 'bisecting',
  family: 'clustering',
  params: {
    clusters: integer({ initial: 4, min: 2, max: 50 }),
    splitNext: choice({
      initial: 'biggest-inertia',
      options: ['biggest-inertia', 'largest-cluster'],
    }),
    restarts: integer({ initial: 10, min: 1, max: 100 }),
    start: choice({ initial: 'k-means++', options: ['k-means++', 'random'] }),
    maxIterations: integer({ initial: 300, min: 1, max: 10_000 }),
    tolerance: number({ initial: 1e-4, min: 0, max: 1 }),
  },
  firstParams: ['clusters', 'splitNext'],
  // About 12 iterations with two centroids a restart, on all rows once for each doubling.
  estimateMs: ({ clusters, restarts }, { rows, columns }) =>
    (1 + Math.log2(clusters)) * (restarts + 2) * rows * columns * 9e-6,
});
