import type { Kernels } from './kernels';

/** Views from an offset to the end of the memory as it is now. */
interface Views {
  readonly f32: (at: number) => Float32Array;
  readonly f64: (at: number) => Float64Array;
  readonly i32: (at: number) => Int32Array;
}

/**
 * The kernels of bounds for groups of centroids, to the letter of what they promise: every row may
 * change its label, and distances in f64 say to which. There are no codes and no bounds.
 */
export function groupKernels({
  f32,
  f64,
  i32,
}: Views): Pick<Kernels, 'encodeRows' | 'encodeCentroids' | 'listByGroups' | 'assignByGroups'> {
  return {
    encodeRows: () => undefined,
    encodeCentroids: () => undefined,
    listByGroups(...offsets) {
      const [rows, from, to] = [i32(offsets[5]), offsets[7], offsets[8]];
      for (let row = from; row < to; row++) rows[row - from] = row;
      return to - from;
    },
    assignByGroups(...offsets) {
      const [x, c] = [f32(offsets[0]), f64(offsets[4])];
      const [list, found] = [i32(offsets[9]), i32(offsets[13])];
      const [from, to, clusters, columns] = [offsets[16], offsets[17], offsets[18], offsets[19]];
      for (let i = from; i < to; i++) {
        const row = x.subarray(list[i]! * columns, (list[i]! + 1) * columns);
        found[i] = nearestOf(row, c.subarray(0, clusters * columns));
      }
      return 0;
    },
  };
}

/** The nearest centroid of a row, ties to the lower index. */
function nearestOf(row: Float32Array, centroids: Float64Array): number {
  let nearest = 0;
  let least = Infinity;
  for (let start = 0; start < centroids.length; start += row.length) {
    let square = 0;
    for (let j = 0; j < row.length; j++) {
      const difference = row[j]! - centroids[start + j]!;
      square += difference * difference;
    }
    if (square >= least) continue;
    least = square;
    nearest = start / row.length;
  }
  return nearest;
}
