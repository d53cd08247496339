import type { Matrix } from '../core/matrix';
import { chooseDistinct, type Random } from '../core/random';

/** These rows of a matrix, in this order, as a matrix of their own. */
export function rowsOf({ columns, values }: Matrix, rows: Uint32Array): Matrix {
  const chosen = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    chosen.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { rows: rows.length, columns, values: chosen };
}

/** The matrix itself when it has at most `most` rows, else that many of them drawn, in their order. */
export function sampleRows(matrix: Matrix, most: number, random: Random): Matrix {
  if (matrix.rows <= most) return matrix;
  return rowsOf(matrix, chooseDistinct(random, most, matrix.rows).sort());
}
