import { describe, expect, it } from 'vitest';
import { clusteringFitOf } from '../algorithms/fits';
import { fitDbscan } from '../algorithms/dbscan/fit';
import { fitKMeans } from '../algorithms/kmeans/fit';
import { definition } from '../algorithms/kmeans/definition';
import type { ClusteringFit } from '../core/algorithm';
import { finish } from '../core/job';
import type { Matrix } from '../core/matrix';
import { initialParams } from '../core/params';
import { settle } from '../core/shard-work';
import type { Shards } from '../core/shards';
import { scoreSilhouette } from '../metrics/silhouette';
import { blobs } from '../../tests/support/blobs';
import { kernelModule, shardsOf } from '../../tests/support/shards';
import type { Link } from './link';
import { serveShards } from './serve-shards';
import { createShardPool, type ShardPool } from './shard-pool';

function linkOn(port: MessagePort): Link {
  return {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (onMessage) => {
      port.onmessage = (event) => onMessage(event.data);
    },
    close: () => port.close(),
  };
}

/** A "worker" on a message port: messages are cloned and transferred as between threads. */
function startOnPort(): Link {
  const { port1, port2 } = new MessageChannel();
  serveShards(linkOn(port2));
  return linkOn(port1);
}

async function withPool<T>(
  workers: number,
  use: (pool: ShardPool) => Promise<T>,
  own: { readonly isShared?: boolean; readonly start?: () => Link } = {},
): Promise<T> {
  const module = kernelModule();
  const pool = createShardPool({ start: startOnPort, workers, module, localValues: 0, ...own });
  try {
    return await use(pool);
  } finally {
    pool.dispose();
  }
}

// Eight shards, so that eight workers have one each.
const { matrix } = blobs({ clusters: 7, rows: 53_000, columns: 10, spread: 2 });

async function fitOn(createShards: (matrix: Matrix) => Promise<Shards>): Promise<ClusteringFit> {
  const points = await createShards(matrix);
  const params = { ...initialParams(definition.params), clusters: 7, restarts: 2, tolerance: 0.1 };
  try {
    return await finish(fitKMeans(points, params, { seed: 3 }));
  } finally {
    points.release();
  }
}

describe('the relatives of K-means', () => {
  it.each(['balanced', 'bisecting', 'kmedians', 'minibatch', 'spherical'])(
    'give bit-identical fits of %s on 1 and 3 workers and without any',
    async (name) => {
      const { definition: own, fit } = clusteringFitOf(name)!;
      const changes = { clusters: 5, restarts: 2, minSize: 95, maxSize: 104 };
      const params = { ...initialParams(own.params), ...changes };
      const fitOnShards = async (createShards: ShardPool['createShards']) => {
        const points = await createShards(matrix);
        try {
          return await finish(fit(points, params, { seed: 3, createShards }));
        } finally {
          points.release();
        }
      };
      const alone = await fitOnShards((points) => Promise.resolve(shardsOf(points)));
      for (const workers of [1, 3]) {
        const pooled = await withPool(workers, (pool) => fitOnShards(pool.createShards));
        expect(pooled).toEqual(alone);
      }
    },
  );
});

/** Counts the messages to and from workers in which numbers travel, and those that share memory. */
function counting(seen: { own: number; shared: number }): () => Link {
  const look = (message: object): void => {
    if ('centroids' in message || 'parts' in message) {
      const arrays = Object.values(message).filter((value) => value instanceof Float64Array);
      for (const { buffer } of arrays) seen[buffer instanceof ArrayBuffer ? 'own' : 'shared']++;
    }
  };
  return () => {
    const link = startOnPort();
    return {
      ...link,
      post: (message, transfer) => (look(message), link.post(message, transfer)),
      listen: (onMessage, onFailure) =>
        link.listen((message) => (look(message as object), onMessage(message)), onFailure),
    };
  };
}

describe.each([
  ['messages', false],
  ['shared memory', true],
])('an exchange by %s', (_name, isShared) => {
  it('gives bit-identical fits on 1, 2 and 8 workers, and sends numbers in no other way', async () => {
    const alone = await fitOn((points) => Promise.resolve(shardsOf(points)));
    for (const workers of [1, 2, 8]) {
      const seen = { own: 0, shared: 0 };
      const own = { isShared, start: counting(seen) };
      const fit = await withPool(workers, (pool) => fitOn(pool.createShards), own);
      expect(fit).toEqual(alone);
      expect(isShared ? seen.own : seen.shared).toBe(0);
      expect(isShared ? seen.shared : seen.own).toBeGreaterThan(10);
    }
  });

  it('goes on with steps of other sizes after some were given up', async () => {
    const steps = async (points: Shards): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for (const clusters of [3, 300, 7, 1000, 2]) {
        const centroids = Float64Array.from(matrix.values.subarray(0, clusters * 10));
        const abandoned = points.assign(centroids.map((value) => value + 1));
        await abandoned.next();
        await abandoned.return(undefined as never);
        seen.push(await settle(points.assign(centroids)), await settle(points.labels()));
      }
      points.release();
      return seen;
    };
    const alone = await steps(shardsOf(matrix));
    const use = async (pool: ShardPool) => steps(await pool.createShards(matrix));
    expect(await withPool(3, use, { isShared })).toEqual(alone);
  });
});

describe('the shard pool', () => {
  it('gives bit-identical assignments to many centroids on 1, 2 and 8 workers', async () => {
    const wide = blobs({ clusters: 30, rows: 9000, columns: 24, spread: 2 }).matrix;
    const starts = Float64Array.from(wide.values.subarray(0, 70 * 24));
    const steps = async (createShards: (matrix: Matrix) => Promise<Shards>) => {
      const points = await createShards(wide);
      const seen: unknown[] = [];
      for (const share of [0, 0.01, 0.3]) {
        const centroids = starts.map((value, at) => value * (1 - share) + share * (at % 3));
        seen.push(await settle(points.assign(centroids)), await settle(points.labels()));
      }
      points.release();
      return seen;
    };
    const alone = await steps((part) => Promise.resolve(shardsOf(part)));
    for (const workers of [1, 2, 8]) {
      expect(await withPool(workers, (pool) => steps(pool.createShards))).toEqual(alone);
    }
  });

  it('gives bit-identical silhouettes on 1, 2, 4 and 8 workers and without any', async () => {
    const { matrix: points, truth } = blobs({ clusters: 3, rows: 3000, columns: 24, spread: 9 });
    const score = (createShards: (matrix: Matrix) => Promise<Shards>) =>
      finish(
        scoreSilhouette(points, truth, { clusters: 3, sampleRows: 20_000, seed: 1, createShards }),
      );
    const alone = await score((part) => Promise.resolve(shardsOf(part)));
    for (const workers of [1, 2, 4, 8]) {
      expect(await withPool(workers, (pool) => score(pool.createShards))).toEqual(alone);
    }
  });

  it('finds the same clusters by neighbours on 1, 2 and 8 workers and without any', async () => {
    const params = { radius: 4, minNeighbors: 10 };
    const { matrix: points } = blobs({ clusters: 5, rows: 8_000, columns: 7, spread: 2 });
    const find = async (createShards: (of: Matrix) => Promise<Shards>): Promise<Int32Array> => {
      const shards = await createShards(points);
      const { labels } = await finish(fitDbscan(shards, params, { seed: 1 }));
      shards.release();
      return labels;
    };
    const alone = await find((part) => Promise.resolve(shardsOf(part)));
    expect(new Set(alone).size).toBeGreaterThan(3);
    for (const workers of [1, 2, 8]) {
      expect(await withPool(workers, (pool) => find(pool.createShards))).toEqual(alone);
    }
  });

  it('works in many messages, so that a cancel waits for a few of them only', async () => {
    await withPool(2, async (pool) => {
      const points = await pool.createShards(matrix);
      const centroids = Float64Array.from(matrix.values.subarray(0, 1000 * 10));
      const work = points.assign(centroids);
      let yields = 0;
      for (let step = await work.next(); !step.done; step = await work.next()) yields++;
      expect(yields).toBeGreaterThan(3);
      points.release();
    });
  });

  it('keeps the labels of the last finished assignment when one is abandoned', async () => {
    await withPool(2, async (pool) => {
      const points = await pool.createShards(matrix);
      await settle(points.assign(Float64Array.from(matrix.values.subarray(0, 30))));
      const labels = await settle(points.labels());
      const abandoned = points.assign(Float64Array.from(matrix.values.subarray(50, 250)));
      await abandoned.next();
      await abandoned.return(undefined as never);
      expect(await settle(points.labels())).toEqual(labels);
      points.release();
    });
  });

  it('leaves its input untouched and usable', async () => {
    const before = matrix.values.slice();
    await withPool(2, (pool) => fitOn(pool.createShards));
    expect(matrix.values).toEqual(before);
  });

  it('keeps small matrices in this thread', async () => {
    let started = 0;
    const start = (): Link => {
      started++;
      return { post: () => undefined, listen: () => undefined, close: () => undefined };
    };
    const pool = createShardPool({ start, workers: 1, module: kernelModule() });
    const points = await pool.createShards(blobs({ clusters: 2, rows: 100 }).matrix);
    // The one worker never answers; the work is done without it.
    const { counts } = await settle(points.assign(Float64Array.of(0, 0)));
    expect([started, counts[0]]).toEqual([1, 100]);
  });

  it('fails work on a worker that died and replaces the worker for the next matrix', async () => {
    const deaths: (() => void)[] = [];
    const start = (): Link => {
      const link = startOnPort();
      return {
        ...link,
        listen: (onMessage, onFailure) => {
          deaths.push(() => onFailure?.('out-of-memory'));
          link.listen(onMessage);
        },
      };
    };
    const pool = createShardPool({ start, workers: 2, module: kernelModule(), localValues: 0 });
    const points = await pool.createShards(matrix);
    const work = points.assign(Float64Array.from(matrix.values.subarray(0, 1000 * 10)));
    await work.next();
    deaths[0]!();
    await expect(settle(work)).rejects.toMatchObject({
      code: 'engine-stopped',
      facts: { reason: 'out-of-memory' },
    });
    await expect(settle(points.labels())).rejects.toMatchObject({ code: 'engine-stopped' });
    points.release();
    const fit = await fitOn(pool.createShards);
    expect(fit.clusters).toBe(7);
    pool.dispose();
  });

  it('takes a worker for dead that is silent while it is asked, and replaces it', async () => {
    let isDeaf = false;
    let closed = 0;
    const start = (): Link => {
      const link = startOnPort();
      const close = (): void => {
        closed++;
        link.close();
      };
      // As one that loops: what is posted is never looked at.
      const deaf = isDeaf;
      return { ...link, close, post: (...sent) => void (deaf || link.post(...sent)) };
    };
    isDeaf = true;
    const silence = { beatMs: 1, beats: 3 };
    const module = kernelModule();
    const pool = createShardPool({ start, workers: 2, module, localValues: 0, silence });
    isDeaf = false;
    await expect(pool.createShards(matrix)).rejects.toMatchObject({
      code: 'engine-stopped',
      facts: { reason: 'no-heartbeat' },
    });
    expect(closed).toBeGreaterThan(0);
    pool.dispose();
  });
});
