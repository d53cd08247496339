import { defineAlgorithm } from '../../core/algorithm';
import { choice, integer } from '../../core/params';

export const definition = defineAlgorithm({
  name: 'minibatch',
  family: 'clustering',
  params: {
    clusters: integer({ initial: 4, min: 2, max: 50 }),
    restarts: integer({ initial: 10, min: 1, max: 100 }),
    start: choice({ initial: 'k-means++', options: ['k-means++', 'random'] }),
    batchRows: integer({ initial: 1024, min: 16, max: 100_000 }),
    patience: integer({ initial: 10, min: 1, max: 1000 }),
    maxPasses: integer({ initial: 100, min: 1, max: 10_000 }),
  },
  firstParams: ['clusters', 'batchRows'],
  // About 150 batches a restart in this thread, and one assignment of all rows on two.
  estimateMs: ({ clusters, restarts, batchRows }, { rows, columns }) =>
    restarts *
    (150 * (0.3 + Math.min(batchRows, rows) * columns * (clusters * 1.5e-6 + 2e-5)) +
      rows * columns * clusters * 4e-7),
});
