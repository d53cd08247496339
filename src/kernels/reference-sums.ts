import type { Kernels } from './kernels';
import type { Views } from './reference';

/** Sums of clusters that follow the rows that move. */
export function sumKernels(views: Views): Pick<Kernels, 'moveListed' | 'readSums'> {
  return { ...moveKernel(views), ...readKernel(views) };
}

function moveKernel({ f32, f64, i32, i64 }: Views): Pick<Kernels, 'moveListed'> {
  return {
    moveListed(points, rows, found, steps, labels, high, low, counts, ...range) {
      const [from, to, columns, parts] = range;
      const [x, list, next, step] = [f32(points), i32(rows), i32(found), f64(steps)];
      const [of, count] = [i32(labels), i32(counts)];
      const [first, second, whole] = [f64(high), f64(low), i64(high)];
      let moved = 0;
      const addInOne = (row: number, label: number, sign: number): void => {
        for (let j = 0; j < columns; j++) {
          const bits = bitsOf(x[row * columns + j]! + step[j]!);
          whole[label * columns + j]! += BigInt(sign) * bits;
        }
      };
      const addInTwo = (row: number, label: number, sign: number): void => {
        for (let j = 0; j < columns; j++) {
          const value = x[row * columns + j]!;
          const coarse = value + step[j]! - step[j]!;
          const fine = value - coarse + step[columns + j]! - step[columns + j]!;
          first[label * columns + j]! += sign * coarse;
          second[label * columns + j]! += sign * fine;
        }
      };
      const add = (row: number, label: number, sign: number): void => {
        count[label]! += sign;
        (parts === 1 ? addInOne : addInTwo)(row, label, sign);
      };
      for (let i = from; i < to; i++) {
        const row = list[i]!;
        if (of[row] === next[i]) continue;
        if (of[row]! >= 0) add(row, of[row]!, -1);
        add(row, next[i]!, 1);
        of[row] = next[i]!;
        list[from + moved++] = row;
      }
      return moved;
    },
  };
}

function readKernel({ f64, i32, i64 }: Views): Pick<Kernels, 'readSums'> {
  return {
    readSums(high, low, counts, steps, sums, clusters, columns, parts) {
      const [first, second, whole] = [f64(high), f64(low), i64(high)];
      const [count, step, sum] = [i32(counts), f64(steps), f64(sums)];
      for (let at = 0; at < clusters * columns; at++) {
        const large = step[at % columns]!;
        const rows = BigInt(count[Math.floor(at / columns)]!);
        const stepsInAll = BigInt.asIntN(64, whole[at]! - rows * bitsOf(large));
        const inOne = Number(stepsInAll) * (large / (1.5 * 2 ** 52));
        sum[at] = parts === 1 ? inOne : first[at]! + second[at]!;
      }
    },
  };
}

function bitsOf(value: number): bigint {
  return new BigInt64Array(Float64Array.of(value).buffer)[0]!;
}

/** What is known of columns. */
export function momentKernels({ f32, f64 }: Views): Pick<Kernels, 'columnMoments'> {
  return {
    columnMoments(points, sums, squares, largest, tiny, from, to, columns) {
      const [x, sum, square, size] = [f32(points), f64(sums), f64(squares), f64(largest)];
      const below = f64(tiny);
      for (let j = 0; j < columns; j++) {
        const column = Array.from({ length: to - from }, (_, i) => x[(from + i) * columns + j]!);
        size[j] = Math.max(...column.map(Math.abs));
        sum[j] = evenAndOdd(column);
        const mean = sum[j]! / column.length;
        square[j] = evenAndOdd(column.map((value) => (value - mean) * (value - mean)));
        const limit = size[j]! * 2 ** -24;
        below[j] = column.filter((value) => Math.abs(value) < limit && value !== 0).length;
      }
    },
  };
}

/** The sum of numbers, those at even places and those at odd ones apart. */
function evenAndOdd(numbers: readonly number[]): number {
  const sums: [number, number] = [0, 0];
  numbers.forEach((value, i) => (sums[i & 1 ? 1 : 0] += value));
  return sums[0] + sums[1];
}
