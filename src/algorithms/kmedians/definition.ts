import { defineAlgorithm } from '../../core/algorithm';
import { clusters, maxIterations, restarts, start } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'kmedians',
  family: 'clustering',
  params: { clusters, restarts, start, maxIterations },
  firstParams: ['clusters', 'restarts'],
  // About 15 iterations a restart: an assignment, and five passes for the medians.
  estimateMs: (params, { rows, columns }) =>
    params.restarts * rows * columns * (params.clusters * 4e-6 + 1e-4),
});
