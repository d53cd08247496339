import { defineAlgorithm } from '../../core/algorithm';
import { flag } from '../../core/params';
import { clusters, maxIterations, restarts, start, tolerance } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'kmeans',
  family: 'clustering',
  params: {
    clusters,
    restarts,
    start,
    refine: flag({ initial: true }),
    earlyStop: flag({ initial: false }),
    maxIterations,
    tolerance,
  },
  firstParams: ['clusters', 'restarts'],
  // About 20 iterations a restart, and 50 to refine, at 3.5 G terms a second and thread, on two.
  estimateMs: (params, { rows, columns }) =>
    (params.restarts + (params.refine ? 2.5 : 0)) *
    rows *
    columns *
    (params.clusters * 2.8e-6 + 6e-6),
});
