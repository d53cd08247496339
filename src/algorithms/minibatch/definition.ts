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
  // The smoothing is the slower the more rows there are: some 150 batches a restart, 1,500 for a
  // million rows, in one thread; and one assignment of all rows on two.
  estimateMs: (params, { rows, columns }) => {
    const batch = Math.min(params.batchRows, rows);
    const batches = 150 + Math.min(5000, rows * 1.3e-3);
    const steps = batches * (0.3 + batch * columns * (params.clusters * 1.5e-6 + 2e-5));
    return params.restarts * (steps + rows * columns * params.clusters * 4e-7);
  },
});
