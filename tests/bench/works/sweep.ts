import { definition } from '../../../src/algorithms/kmeans/definition';
import { sweepKMeans } from '../../../src/algorithms/kmeans/sweep';
import { initialParams } from '../../../src/core/params';
import { matrixOf, pointsOf } from '../points';
import type { Work } from '../work';

/** K-means for every number of clusters from 2 to 12 on data loaded once, one restart each. */
export const work: Work = {
  name: 'sweep',
  cases: [
    { name: 'sweep-200k-8', rows: 200_000, columns: 8, clusters: 12, shape: 'blobs', bar: 8 },
    { name: 'sweep-200k-8-skew', rows: 200_000, columns: 8, clusters: 12, shape: 'skew', bar: 8 },
  ],
  prepare: (asked) => ({ points: pointsOf(asked).values }),
  async ours(given, asked, { createShards, finish, keep }) {
    const points = await createShards(matrixOf(given, asked));
    const { clusters: _clusters, ...initial } = initialParams(definition.params);
    const own = { from: 2, to: asked.clusters, restarts: 1, refine: false, tolerance: 0 };
    const fits = await finish(sweepKMeans(points, { ...initial, ...own }, { seed: 1 }));
    for (const { labels, centroids } of fits) keep(labels, centroids);
    return proofOf(fits);
  },
};

/** Starts differ, and with them what they lead to; the sums show that it is much the same work. */
function proofOf(
  fits: readonly { readonly inertia: number; readonly iterations: number }[],
): Readonly<Record<string, number>> {
  const sum = (of: (fit: (typeof fits)[number]) => number): number =>
    fits.reduce((total, fit) => total + of(fit), 0);
  return { iterations: sum((fit) => fit.iterations), inertia: sum((fit) => fit.inertia) };
}
