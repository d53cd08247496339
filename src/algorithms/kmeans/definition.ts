import { defineAlgorithm } from '../../core/algorithm';
import { choice, flag, integer, number } from '../../core/params';

export const definition = defineAlgorithm({
  name: 'kmeans',
  family: 'clustering',
  params: {
    clusters: integer({ initial: 4, min: 2, max: 50 }),
    restarts: integer({ initial: 10, min: 1, max: 100 }),
    start: choice({ initial: 'k-means++', options: ['k-means++', 'random', 'farthest-first'] }),
    refine: flag({ initial: true }),
    maxIterations: integer({ initial: 300, min: 1, max: 10_000 }),
    tolerance: number({ initial: 1e-4, min: 0, max: 1 }),
  },
  firstParams: ['clusters', 'restarts'],
  // About 20 iterations a restart, and 50 to refine, at 3.5 G terms a second and thread, on two.
  estimateMs: ({ clusters, restarts, refine }, { rows, columns }) =>
    (restarts + (refine ? 2.5 : 0)) * rows * columns * (clusters * 2.8e-6 + 6e-6),
});
