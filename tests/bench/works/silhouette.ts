import { settle } from '../../../src/core/shard-work';
import { scoreSilhouette } from '../../../src/metrics/silhouette';
import { matrixOf, pointsOf, startsOf } from '../points';
import type { Work } from '../work';

/** The exact silhouette of rows labelled by their nearest start. */
export const work: Work = {
  name: 'silhouette',
  cases: [
    { name: 'silhouette-20k-8', rows: 20_000, columns: 8, clusters: 8, shape: 'blobs', bar: 30 },
  ],
  async prepare(asked, { createShards }) {
    const points = pointsOf(asked);
    const shards = await createShards(points);
    await settle(shards.assign(startsOf(points, asked.clusters)));
    return { points: points.values, labels: await settle(shards.labels()) };
  },
  async ours(given, asked, { createShards, finish, keep }) {
    const points = matrixOf(given, asked);
    const labels = Int32Array.from(given['labels']!);
    const { clusters, rows: sampleRows } = asked;
    const options = { clusters, sampleRows, seed: 1, createShards };
    const scored = await finish(scoreSilhouette(points, labels, options));
    const mean = scored?.mean ?? NaN;
    keep(Float64Array.of(mean));
    return { silhouette: mean };
  },
};
