import type { Kernels } from './kernels';
import { orderKey } from './order-key';
import type { Views } from './reference';

/** The kernels of absolute differences and order statistics as plain loops. */
export function medianKernels(
  views: Views,
): Pick<Kernels, 'assignAbsolute' | 'countDigits' | 'leastAbove' | 'distancesToAll'> {
  return { ...toAllKernels(views), ...orderKernels(views) };
}

function toAllKernels({
  f32,
  f64,
  i32,
}: Views): Pick<Kernels, 'assignAbsolute' | 'distancesToAll'> {
  return {
    assignAbsolute(points, packed, labels, from, to, clusters, columns) {
      const [x, centers, of] = [f32(points), f64(packed), i32(labels)];
      let cost = 0;
      for (let i = from; i < to; i++) {
        let nearest = 0;
        let least = Infinity;
        for (let c = 0; c < clusters; c++) {
          let sum = 0;
          for (let j = 0; j < columns; j++) {
            sum += Math.abs(x[i * columns + j]! - centers[placePacked(c, j, columns)]!);
          }
          if (sum < least) [least, nearest] = [sum, c];
        }
        of[i] = nearest;
        cost += least;
      }
      return cost;
    },
    distancesToAll(points, packed, distances, from, to, clusters, columns) {
      const [x, centers, out] = [f32(points), f64(packed), f32(distances)];
      for (let i = from; i < to; i++) {
        for (let c = 0; c < clusters; c++) {
          let sum = 0;
          for (let j = 0; j < columns; j++) {
            sum += (x[i * columns + j]! - centers[placePacked(c, j, columns)]!) ** 2;
          }
          out[i * clusters + c] = sum;
        }
      }
    },
  };
}

function orderKernels({ f32, i32 }: Views): Pick<Kernels, 'countDigits' | 'leastAbove'> {
  return {
    countDigits(points, labels, wanted, prefixes, counts, from, to, columns, shift, bits) {
      const [x, of, isWanted] = [f32(points), i32(labels), i32(wanted)];
      const [above, count] = [i32(prefixes), i32(counts)];
      for (let i = from; i < to; i++) {
        const label = of[i]!;
        if (label < 0 || isWanted[label] === 0) continue;
        for (let j = 0; j < columns; j++) {
          const slot = label * columns + j;
          const key = orderKey(x[i * columns + j]!);
          const isFirst = shift + bits >= 32;
          if (!isFirst && key >>> (shift + bits) !== above[slot]! >>> 0) continue;
          count[slot * 2 ** bits + ((key >>> shift) & (2 ** bits - 1))]!++;
        }
      }
    },
    leastAbove(points, labels, wanted, keys, found, from, to, columns) {
      const [x, of, isWanted] = [f32(points), i32(labels), i32(wanted)];
      const [key, least] = [i32(keys), i32(found)];
      for (let i = from; i < to; i++) {
        const label = of[i]!;
        if (label < 0 || isWanted[label] === 0) continue;
        for (let j = 0; j < columns; j++) {
          const slot = label * columns + j;
          const own = orderKey(x[i * columns + j]!);
          if (own > key[slot]! >>> 0 && own < least[slot]! >>> 0) least[slot] = own | 0;
        }
      }
    },
  };
}

function placePacked(point: number, column: number, columns: number): number {
  return (point >> 2) * 4 * columns + column * 4 + (point & 3);
}
