import type { Kernels } from './kernels';
import type { Views } from './reference';

/** The kernels of the silhouettes as plain loops. */
export function measureKernels({
  f32,
  f64,
  i32,
}: Views): Pick<Kernels, 'sumPairs' | 'measureByLabel'> {
  return {
    sumPairs(a, b, sumsA, sumsB, rowsA, rowsB, columns) {
      const [x, y, sumA, sumB] = [f32(a), f32(b), f64(sumsA), f64(sumsB)];
      for (let i = 0; i < rowsA; i++) {
        for (let p = a === b ? i + 1 : 0; p < rowsB; p++) {
          const [from, to] = [placeInFours(i, columns), placeInFours(p, columns)];
          let square = 0;
          for (let j = 0; j < columns; j++) square += (x[from + j * 4]! - y[to + j * 4]!) ** 2;
          sumA[i]! += Math.sqrt(square);
          sumB[p]! += Math.sqrt(square);
        }
      }
    },
    measureByLabel(points, packed, labels, totals, from, to, clusters, columns) {
      const [x, c, of, total] = [f32(points), f64(packed), i32(labels), f64(totals)];
      for (let i = from; i < to; i++) {
        const label = of[i]!;
        if (label < 0) continue;
        const squares = Array.from({ length: clusters }, (_, p) => {
          const at = placeInFours(p, columns);
          let square = 0;
          for (let j = 0; j < columns; j++) square += (x[i * columns + j]! - c[at + j * 4]!) ** 2;
          return square;
        });
        const own = squares[label]!;
        const least = Math.min(...squares.filter((_, p) => p !== label));
        const [a, b] = [Math.sqrt(own), Math.sqrt(least)];
        total[3 * label]! += own;
        total[3 * label + 1]! += a;
        const isDefined = Math.max(a, b) > 0 && clusters > 1;
        total[3 * label + 2]! += isDefined ? (b - a) / Math.max(a, b) : 0;
      }
    },
  };
}

/** Where the first value of a point lies that is packed with three others; the next is four on. */
function placeInFours(point: number, columns: number): number {
  return (point >> 2) * 4 * columns + (point & 3);
}
