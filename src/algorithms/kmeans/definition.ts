import { defineAlgorithm } from '../../core/algorithm';
import { choice, flag, integer, number } from '../../core/params';

export const definition = defineAlgorithm({
  name: 'kmeans',
  family: 'clustering',
  params: {
    clusters: integer({ initial: 4, min: 2, max: 50 }),
    restarts: integer({ initial: 10, min: 1, max: 100 }),
    start: choice({ initial: 'k-means++', options: ['k-means++', 'random'] }),
    refine: flag({ initial: true }),
    maxIterations: integer({ initial: 300, min: 1, max: 10_000 }),
    tolerance: number({ initial: 1e-4, min: 0, max: 1 }),
  },
});
