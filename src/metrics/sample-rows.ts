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

/** `most` of so many rows drawn at random, ascending; null where all of them are no more. */
export function sampleIndexes(rows: number, most: number, random: Random): Uint32Array | null {
  return rows <= most ? null : chooseDistinct(random, most, rows).sort();
}

/** The matrix itself when it has at most `most` rows, else that many of them drawn, in their order. */
export function sampleRows(matrix: Matrix, most: number, random: Random): Matrix {
  const chosen = sampleIndexes(matrix.rows, most, random);
  return chosen ? rowsOf(matrix, chosen) : matrix;
}
