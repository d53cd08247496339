import { defineAlgorithm } from '../../core/algorithm';
import { choice, number } from '../../core/params';
import { clusters, maxIterations, restarts, start, tolerance } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'balanced',
  family: 'clustering',
  params: {
    clusters,
    minSize: number({ initial: 50, min: 0, max: 1e9 }),
    maxSize: number({ initial: 200, min: 0, max: 1e9 }),
    sizeUnit: choice({ initial: 'even', options: ['even', 'percent', 'rows'] }),
    restarts,
    start,
    maxIterations,
    tolerance,
  },
  firstParams: ['clusters', 'minSize'],
  // As K-means without refining, and then about ten rounds in one thread.
  estimateMs: (params, { rows, columns }) =>
    params.restarts * rows * columns * (params.clusters * 2.8e-6 + 6e-6) +
    rows * params.clusters * 3e-4,
});
