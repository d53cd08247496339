import { availableParallelism } from 'node:os';
import { definition } from '../../src/algorithms/kmeans/definition';
import { fitKMeans } from '../../src/algorithms/kmeans/fit';
import { chooseGreedyStarts } from '../../src/algorithms/kmeans/starts';
import { finish } from '../../src/core/job';
import { initialParams } from '../../src/core/params';
import { createRandom } from '../../src/core/random';
import { settle } from '../../src/core/shard-work';
import { createShardPool } from '../../src/engine/shard-pool';
import { startThread } from '../../src/headless/thread-link';
import { scoreSilhouette } from '../../src/metrics/silhouette';
import type { Given, Peer, Timing } from './peer';

/** Our engine in Node: shards over worker threads that run this same bundle. */
export function startOurs(module: WebAssembly.Module): Peer {
  const workers = availableParallelism();
  const start = () => startThread(process.argv[1]!);
  const pool = createShardPool({ start, workers, module });
  const { createShards } = pool;
  let given: Given | undefined;

  return {
    name: `Fenqun, Node, ${workers} workers`,
    load: async (loaded) => void (given = loaded),
    async run({ work, clusters, iterations }) {
      if (!given) throw new Error('nothing is loaded');
      const { matrix, starts, labels } = given;
      const began = performance.now();
      const used = process.cpuUsage();
      const timing = (rest: Omit<Timing, 'ms' | 'cpuMs'>): Timing => {
        const { user, system } = process.cpuUsage(used);
        return { ms: performance.now() - began, cpuMs: (user + system) / 1000, ...rest };
      };
      if (work === 'silhouette') {
        const options = { clusters, sampleRows: matrix.rows, seed: 1, createShards };
        const scored = await finish(scoreSilhouette(matrix, labels, options));
        return timing({ inertia: scored?.mean ?? NaN });
      }
      // Loading is part of the work: the peer copies its rows too.
      const points = await createShards(matrix);
      try {
        if (work === 'seed') {
          await settle(chooseGreedyStarts(points, clusters, createRandom(1)));
          return timing({});
        }
        const initial = initialParams(definition.params);
        const own = { clusters, tolerance: 0, maxIterations: iterations, refine: false };
        const fit = await finish(fitKMeans(points, { ...initial, ...own }, { seed: 1, starts }));
        return timing({ inertia: fit.inertia, iterations: fit.iterations });
      } finally {
        points.release();
      }
    },
    close: pool.dispose,
  };
}
