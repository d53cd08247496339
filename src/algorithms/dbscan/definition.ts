import { defineAlgorithm } from '../../core/algorithm';
import { integer, number } from '../../core/params';

export const definition = defineAlgorithm({
  name: 'dbscan',
  family: 'clustering',
  params: {
    /** In the units of the matrix; 0: suggested from the distances between rows. */
    radius: number({ initial: 0, min: 0, max: 1e6 }),
    minNeighbors: integer({ initial: 10, min: 1, max: 1000 }),
  },
  firstParams: ['radius', 'minNeighbors'],
  // Few features: a few microseconds a row. Many: most rows are held against most others.
  estimateMs: (_, { rows, columns }) =>
    rows * 2e-3 + rows * Math.min(rows, 20 * 2 ** columns) * columns * 4e-8,
});
