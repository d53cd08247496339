import { stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { chooseDistinct, createRandom } from '../../core/random';
import { follow } from '../../core/shard-work';
import type { Shards } from '../../core/shards';
import type { Tools } from '../../core/cell-compute';
import type { ClusteringValue, MatrixValue } from '../../core/values';
import { scoreTrustworthiness } from '../../metrics/trustworthiness';
import { fitUmap } from '../../metrics/umap/fit-umap';
import { rangeOf, type Place, type Plane } from './axes';
import type { ScatterAxis, UmapFacts } from './display';

/** A row that was not learnt from stands among this many learnt ones. */
const AMONG = 3;
const BLOCK_ROWS = 16_384;
const LEAST_ROWS = 3;

export interface UmapPlane extends Plane {
  readonly umap: UmapFacts;
}

/**
 * UMAP of a seeded sample of the rows. Every other row stands at the mean of its nearest sampled
 * rows, weighted by one over the squared distance, and a centroid beside its nearest.
 */
export async function* fitUmapPlane(
  { matrix }: MatrixValue,
  { neighbors, learnFrom }: { readonly neighbors: number; readonly learnFrom: number },
  tools: Tools,
): Job<UmapPlane, never> {
  const random = createRandom(tools.seed, 'scatter', 'umap');
  const chosen = chooseDistinct(random, learnFrom, matrix.rows).sort();
  const sample = takeRows(matrix, chosen);
  const shards = await tools.createShards(sample);
  try {
    const learning = { shards, neighbors, seed: tools.seed };
    const learnt =
      sample.rows < LEAST_ROWS
        ? new Float64Array(sample.rows * 2)
        : yield* stretch(fitUmap(sample, learning), 0, 0.6);
    const scored = scoreTrustworthiness(sample, learnt, neighbors);
    const trustworthiness = yield* stretch(scored, 0.6, 0.75);
    const [x, y] = [new Float32Array(matrix.rows), new Float32Array(matrix.rows)];
    yield* stretch(placeRest(matrix, { shards, learnt, x, y }), 0.75, 1);
    chosen.forEach((row, i) => ([x[row], y[row]] = [learnt[i * 2]!, learnt[i * 2 + 1]!]));
    return {
      x,
      y,
      axes: [axisOf('1', x), axisOf('2', y)],
      placeCentroids: (clustering) => besideNearest(clustering, sample, learnt),
      umap: {
        learnt: sample.rows,
        neighbors: Math.min(neighbors, sample.rows - 1),
        trustworthiness,
      },
    };
  } finally {
    shards.release();
  }
}

function takeRows({ columns, values }: Matrix, chosen: Uint32Array): Matrix {
  const taken = new Float32Array(chosen.length * columns);
  chosen.forEach((row, i) =>
    taken.set(values.subarray(row * columns, (row + 1) * columns), i * columns),
  );
  return { rows: chosen.length, columns, values: taken };
}

/** Puts every row among its nearest learnt rows. */
async function* placeRest(
  { rows, columns, values }: Matrix,
  {
    shards,
    learnt,
    x,
    y,
  }: {
    readonly shards: Shards;
    readonly learnt: Float64Array;
    readonly x: Float32Array;
    readonly y: Float32Array;
  },
): Job<void, never> {
  const among = Math.min(AMONG, shards.rows);
  if (rows === shards.rows) return;
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, rows);
    const block = values.slice(from * columns, to * columns);
    const report = (share: number) => ({
      done: from + share * (to - from),
      total: rows,
      phase: 'place-rows',
    });
    const near = yield* follow(shards.neighbors.nearest(block, among), report);
    for (let i = from; i < to; i++) {
      let [sumX, sumY, weights] = [0, 0, 0];
      for (let j = (i - from) * among; j < (i - from + 1) * among; j++) {
        // Equal to a learnt row: beside it, as good as on it.
        const weight = 1 / Math.max(near.squaredDistances[j]!, 1e-12);
        sumX += weight * learnt[near.rows[j]! * 2]!;
        sumY += weight * learnt[near.rows[j]! * 2 + 1]!;
        weights += weight;
      }
      x[i] = sumX / weights;
      y[i] = sumY / weights;
    }
  }
}

/** A centroid is no row: it stands where its nearest learnt row stands, so that it is among rows. */
function besideNearest(
  { centroids, clusters, columns }: ClusteringValue,
  { rows, values }: Matrix,
  learnt: Float64Array,
): readonly Place[] {
  return Array.from({ length: clusters }, (_, c) => {
    let [nearest, least] = [0, Infinity];
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        sum += (centroids[c * columns + j]! - values[row * columns + j]!) ** 2;
      }
      if (sum < least) [nearest, least] = [row, sum];
    }
    return { x: learnt[nearest * 2] ?? 0, y: learnt[nearest * 2 + 1] ?? 0 };
  });
}

function axisOf(name: string, placed: Float32Array): ScatterAxis {
  return { kind: 'umap', name, explained: null, loadings: [], ...rangeOf(placed) };
}
