import type { Tools } from '../../src/core/cell-type';
import type { Matrix } from '../../src/core/matrix';
import type { MatrixValue } from '../../src/core/values';
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
  return { kind: 'matrix', matrix, features, rowIndex, tableRows: matrix.rows };
}
