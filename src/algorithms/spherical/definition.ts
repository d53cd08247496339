import { defineAlgorithm } from '../../core/algorithm';
import { clusters, maxIterations, restarts, start, tolerance } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'spherical',
  family: 'clustering',
  params: { clusters, restarts, start, maxIterations, tolerance },
  firstParams: ['clusters', 'restarts'],
  // Rows are fetched and scaled once; then as K-means.
  estimateMs: (params, { rows, columns }) =>
    rows * columns * (4e-5 + params.restarts * (params.clusters * 1.5e-6 + 6e-6)),
});
