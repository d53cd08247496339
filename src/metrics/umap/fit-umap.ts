import { paced, stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { createRandom } from '../../core/random';
import { follow } from '../../core/shard-work';
import type { Shards } from '../../core/shards';
import { fitPca, project } from '../pca';
import { joinNeighbors, type NeighborLists } from './fuzzy-graph';
import { layOut } from './lay-out';

/** Points are laid out in a square of this size to begin with, as the reference does. */
const START_SPAN = 20;
/** So that equal rows, which start at one point, can part. */
const START_NOISE = 1e-4;
const FEW_ROWS = 2000;
const EPOCHS = { few: 500, many: 200 };
const SLICE_ROWS = 4096;

/**
 * UMAP of a matrix in the plane: x and y side by side, row by row. Starts from the two principal
 * components, so that the picture as a whole is not left to chance (Kobak and Linderman, "Initialization
 * is critical for preserving global data structure", 2021). The same for the same seed; powers and
 * exponentials are those of the machine. Needs at least three rows; costs some rows × neighbors × 2000
 * steps.
 */
export async function* fitUmap(
  matrix: Matrix,
  {
    shards,
    neighbors,
    seed,
  }: { readonly shards: Shards; readonly neighbors: number; readonly seed: number },
): Job<Float64Array, never> {
  const count = Math.max(1, Math.min(neighbors, matrix.rows - 1));
  const near = yield* stretch(neighborLists(matrix, shards, count), 0, 0.1);
  const points = yield* stretch(startFrom(matrix, seed), 0.1, 0.12);
  const graph = yield* paced(joinNeighbors(near), { done: 0.12, total: 1, phase: 'lay-out' });
  const epochs = matrix.rows <= FEW_ROWS ? EPOCHS.few : EPOCHS.many;
  const random = createRandom(seed, 'umap', 'pushes');
  for (const share of layOut(graph, points, { epochs, random })) {
    yield { done: 0.12 + 0.88 * share, total: 1, phase: 'lay-out' };
  }
  return points;
}

async function* neighborLists(
  { values, rows }: Matrix,
  shards: Shards,
  count: number,
): Job<NeighborLists, never> {
  const found = yield* follow(shards.neighbors.nearest(values, count + 1), (share) => ({
    done: share,
    total: 1,
    phase: 'find-neighbors',
  }));
  const lists = {
    count,
    rows: new Int32Array(rows * count),
    distances: new Float64Array(rows * count),
  };
  for (let row = 0; row < rows; row++) {
    let at = row * count;
    for (let j = row * (count + 1); j < (row + 1) * (count + 1); j++) {
      // Among equal rows a row need not be its own first neighbour, nor any of them.
      if (found.rows[j] === row || at === (row + 1) * count) continue;
      lists.rows[at] = found.rows[j]!;
      lists.distances[at] = Math.sqrt(found.squaredDistances[j]!);
      at++;
    }
  }
  return lists;
}

async function* startFrom(matrix: Matrix, seed: number): Job<Float64Array, never> {
  const pca = yield* fitPca(matrix, 2);
  const random = createRandom(seed, 'umap', 'start');
  const points = new Float64Array(matrix.rows * 2);
  const widest = [0, 0];
  for (let row = 0; row < matrix.rows; row++) {
    for (let c = 0; c < Math.min(2, matrix.columns); c++) {
      const place = project(pca, c, { values: matrix.values, at: row * matrix.columns });
      points[row * 2 + c] = place;
      widest[c] = Math.max(widest[c]!, Math.abs(place));
    }
    if (row % SLICE_ROWS === SLICE_ROWS - 1) yield { done: row, total: matrix.rows };
  }
  const span = Math.max(widest[0]!, widest[1]!);
  for (let i = 0; i < points.length; i++) {
    points[i] =
      (span > 0 ? (points[i]! / span) * (START_SPAN / 2) : 0) + START_NOISE * (random.next() - 0.5);
  }
  return points;
}
