import { chooseGreedyStarts } from '../../../src/algorithms/parts/starts';
import { createRandom } from '../../../src/core/random';
import { matrixOf, pointsOf } from '../points';
import type { Work } from '../work';

/** Greedy k-means++: choosing the starts alone. */
export const work: Work = {
  name: 'seed',
  cases: [{ name: 'seed-1m-8', rows: 1_000_000, columns: 8, clusters: 8, shape: 'blobs', bar: 6 }],
  prepare: (asked) => ({ points: pointsOf(asked).values }),
  async ours(given, asked, { createShards, finish, keep }) {
    const points = await createShards(matrixOf(given, asked));
    keep(await finish(chooseGreedyStarts(points, asked.clusters, createRandom(1))));
    return {};
  },
};
