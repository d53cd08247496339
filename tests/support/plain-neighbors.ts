import type { Matrix } from '../../src/core/matrix';

/** Squared distance of two rows, in f64 from the first column on. */
export function squareBetween({ columns, values }: Matrix, a: number, b: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const difference = values[a * columns + j]! - values[b * columns + j]!;
    sum += difference * difference;
  }
  return sum;
}

/** Of every row, the rows within the radius, itself included, in order. */
export function plainNeighbors(matrix: Matrix, radius: number): readonly (readonly number[])[] {
  const rows = Array.from({ length: matrix.rows }, (_, row) => row);
  return rows.map((row) =>
    rows.filter((other) => squareBetween(matrix, row, other) <= radius * radius),
  );
}

/** DBSCAN as scikit-learn runs it: each cluster grows from its lowest core row by a stack. */
export function plainDbscan(matrix: Matrix, radius: number, minNeighbors: number): Int32Array {
  const neighbors = plainNeighbors(matrix, radius);
  const labels = new Int32Array(matrix.rows).fill(-1);
  let next = 0;
  for (let seed = 0; seed < matrix.rows; seed++) {
    if (labels[seed] !== -1 || neighbors[seed]!.length < minNeighbors) continue;
    const stack = [seed];
    for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
      if (labels[row] !== -1) continue;
      labels[row] = next;
      if (neighbors[row]!.length >= minNeighbors) stack.push(...neighbors[row]!);
    }
    next++;
  }
  return labels;
}
