import { defineAlgorithm } from '../../core/algorithm';
import { clusters, maxIterations, restarts, start } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'kmedians',
  family: 'clustering',
  params: { clusters, restarts, start, maxIterations },
  firstParams: ['clusters', 'restarts'],
  // About 25 iterations a restart: an assignment, and five passes for the medians; on two threads.
  estimateMs: (params, { rows, columns }) =>
    params.restarts * rows * columns * (params.clusters * 1e-5 + 2.5e-4),
});
