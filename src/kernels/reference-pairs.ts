import type { Kernels } from './kernels';
import type { Views } from './reference';

/** The kernel of the silhouette as a double loop. */
export function pairKernels({ f32, f64 }: Views): Pick<Kernels, 'sumPairs'> {
  return {
    sumPairs(a, b, sumsA, sumsB, rowsA, rowsB, columns) {
      const [x, y, sumA, sumB] = [f32(a), f32(b), f64(sumsA), f64(sumsB)];
      for (let i = 0; i < rowsA; i++) {
        for (let p = a === b ? i + 1 : 0; p < rowsB; p++) {
          const [from, to] = [placeInQuads(i, columns), placeInQuads(p, columns)];
          let square = 0;
          for (let j = 0; j < columns; j++) square += (x[from + j * 4]! - y[to + j * 4]!) ** 2;
          sumA[i]! += Math.sqrt(square);
          sumB[p]! += Math.sqrt(square);
        }
      }
    },
  };
}

/** Where the first value of a row lies; the next is four on. */
function placeInQuads(row: number, columns: number): number {
  return (row >> 2) * 4 * columns + (row & 3);
}
