import { defineAlgorithm } from '../../core/algorithm';
import { integer } from '../../core/params';
import { clusters, restarts, start } from '../parts/params';

export const definition = defineAlgorithm({
  name: 'minibatch',
  family: 'clustering',
  params: {
    clusters,
    restarts,
    start,
    batchRows: integer({ initial: 1024, min: 16, max: 100_000 }),
    patience: integer({ initial: 10, min: 1, max: 1000 }),
    maxPasses: integer({ initial: 100, min: 1, max: 10_000 }),
  },
  firstParams: ['clusters', 'batchRows'],
  // About 150 batches a restart in this thread, and one assignment of all rows on two.
  estimateMs: (params, { rows, columns }) => {
    const batch = Math.min(params.batchRows, rows);
    const steps = 150 * (0.3 + batch * columns * (params.clusters * 1.5e-6 + 2e-5));
    return params.restarts * (steps + rows * columns * params.clusters * 4e-7);
  },
});
