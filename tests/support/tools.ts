import type { Tools } from '../../src/core/cell-compute';
import type { Matrix } from '../../src/core/matrix';
import type { ClusteringValue, MatrixValue } from '../../src/core/values';
import { shardsOf } from './shards';

/** Tools for computations that read no files. */
export function toolsOf(seed = 1): Tools {
  return {
    seed,
    createShards: (matrix) => Promise.resolve(shardsOf(matrix)),
    readSource: () => {
      throw new Error('nothing to read here');
    },
  };
}

/** A matrix as a cell receives it; every table row is used unless an index is given. */
export function pointsOf(matrix: Matrix, rowIndex: Uint32Array | null = null): MatrixValue {
  const features = Array.from({ length: matrix.columns }, (_, j) => ({
    name: `x${j}`,
    columnId: `c${j}`,
    steps: [],
  }));
  const made = { features, columns: [], rowIndex, tableRows: matrix.rows };
  return { kind: 'matrix', matrix, ...made };
}

/** A clustering as a cell receives it, with these labels (0 … clusters − 1) and its clusters' means. */
export function clusteringOf(matrix: Matrix, labels: Int32Array): ClusteringValue {
  const { rows, columns, values } = matrix;
  const clusters = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const sizes = new Array<number>(clusters).fill(0);
  const sums = new Float64Array(clusters * columns);
  labels.forEach((label, row) => {
    sizes[label]!++;
    for (let j = 0; j < columns; j++) sums[label * columns + j]! += values[row * columns + j]!;
  });
  const centroids = sums.map((sum, at) => sum / sizes[Math.floor(at / columns)]!);
  let inertia = 0;
  values.forEach((value, at) => {
    const label = labels[Math.floor(at / columns)]!;
    inertia += (value - centroids[label * columns + (at % columns)]!) ** 2;
  });
  const found = { labels, clusters, sizes, centroids, columns, inertia };
  const made = { iterations: 1, isConverged: true, rowIndex: null, tableRows: rows };
  return { kind: 'clustering', ...found, ...made };
}
