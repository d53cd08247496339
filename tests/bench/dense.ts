import { createRandom } from '../../src/core/random';
import type { Kernels } from '../../src/kernels/kernels';
import { createWasmKernels, type KernelModule } from '../../src/kernels/wasm';
import type { DenseSpeed } from './participants/participant';

/** As many rows as are assigned in one call. */
const ROWS = 4096;
const RUNS = 9;

/**
 * How fast the dense kernel is in one thread when nothing is known and every centroid is looked at:
 * multiplications and additions of an assignment by definition, whatever way it takes. The best of
 * several runs; rows are encoded once before.
 */
export function measureDense(module: KernelModule): readonly DenseSpeed[] {
  return [
    { columns: 32, clusters: 50 },
    { columns: 64, clusters: 100 },
  ].map(({ columns, clusters }) => {
    const assign = layOut(createWasmKernels(module), columns, clusters);
    let best = Infinity;
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      assign();
      best = Math.min(best, performance.now() - began);
    }
    return { columns, clusters, gigaflops: (2 * ROWS * columns * clusters) / best / 1e6 };
  });
}

/** Lays out random rows, the first of them as centroids, and returns what assigns all rows. */
function layOut(kernels: Kernels, columns: number, clusters: number): () => void {
  const { reserve, memory } = kernels;
  const groups = Math.ceil(clusters / 4);
  const padded = Math.ceil(columns / 16) * 16;
  const at = {
    points: reserve(ROWS * columns * 4),
    center: reserve(padded * 4),
    codes: reserve(ROWS * padded * 2),
    steps: reserve(ROWS * 4),
    squares: reserve(ROWS * 4),
    centroids: reserve(clusters * columns * 8),
    groupCodes: reserve(groups * padded * 8),
    terms: reserve(groups * 48),
    paths: reserve(clusters * 4),
    groupPaths: reserve(groups * 4),
    rows: reserve(ROWS * 4),
    masks: reserve(ROWS * 4),
    labels: reserve(ROWS * 4),
    room: reserve(groups * 40 + 160 + padded * 8),
    found: reserve(ROWS * 4),
    bounds: reserve(ROWS * groups * 4),
    nears: reserve(ROWS * 4),
  };
  const { next } = createRandom(1, 'dense');
  const points = new Float32Array(memory.buffer, at.points, ROWS * columns);
  points.forEach((_, i) => (points[i] = next() + next() - 1));
  new Float64Array(memory.buffer, at.centroids, clusters * columns).set(
    points.subarray(0, clusters * columns),
  );
  new Int32Array(memory.buffer, at.labels, ROWS).fill(-1);
  new Float32Array(memory.buffer, at.bounds, ROWS * groups).fill(-Infinity);
  // No value is larger than 1.
  const unit = 1 / 2;
  // prettier-ignore
  kernels.encodeRows(
    at.points, at.center, at.codes, at.steps, at.squares, 0, ROWS, columns, unit,
  );
  // prettier-ignore
  kernels.encodeCentroids(
    at.centroids, at.center, at.groupCodes, at.terms, at.room, clusters, columns, unit,
  );
  // prettier-ignore
  kernels.listByGroups(
    at.labels, at.nears, at.bounds, at.paths, at.groupPaths, at.rows, at.masks,
    0, ROWS, groups, 1,
  );
  // prettier-ignore
  return () => kernels.assignByGroups(
    at.points, at.codes, at.steps, at.squares, at.centroids, at.groupCodes, at.terms, at.paths,
    at.groupPaths, at.rows, at.masks, at.labels, at.room, at.found, at.bounds, at.nears,
    0, ROWS, clusters, columns, 1, unit,
  );
}
