import type { Job } from '../core/job';
import type { Matrix } from '../core/matrix';

/**
 * How far neighbours in a picture are neighbours among the features, 0 … 1 (Venna and Kaski, 2001;
 * scikit-learn's `trustworthiness`): each of a row's `neighbors` nearest on the picture that is not
 * among its nearest rows costs by how far down the list of nearest rows it stands. Null when there
 * are fewer than 2 × neighbors + 2 rows. Places are x and y side by side. Costs rows² × columns.
 */
export async function* scoreTrustworthiness(
  matrix: Matrix,
  places: Float64Array,
  neighbors: number,
): Job<number | null, never> {
  const { rows } = matrix;
  if (rows < 2 * neighbors + 2) return null;
  const picture: Matrix = { rows, columns: 2, values: Float32Array.from(places) };
  const [far, near] = [new Float64Array(rows), new Float64Array(rows)];
  let cost = 0;
  for (let row = 0; row < rows; row++) {
    measureFrom(row, matrix.values, { columns: matrix.columns, into: far });
    measureFrom(row, picture.values, { columns: 2, into: near });
    for (const other of nearestOf(near, neighbors)) {
      cost += Math.max(0, rankOf(far, other) - neighbors);
    }
    if (row % 16 === 15) yield { done: row, total: rows, phase: 'score-picture' };
  }
  return 1 - (2 / (rows * neighbors * (2 * rows - 3 * neighbors - 1))) * cost;
}

/** Squared distances from one row to all; its own is infinite, so that it is no neighbour. */
function measureFrom(
  row: number,
  values: Float32Array,
  { columns, into }: { readonly columns: number; readonly into: Float64Array },
): void {
  const at = row * columns;
  for (let other = 0; other < into.length; other++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) {
      const difference = values[at + j]! - values[other * columns + j]!;
      sum += difference * difference;
    }
    into[other] = sum;
  }
  into[row] = Infinity;
}

/** The rows of the least distances; of equal ones the lower row. */
function nearestOf(distances: Float64Array, count: number): number[] {
  const nearest: number[] = [];
  for (let row = 0; row < distances.length; row++) {
    const distance = distances[row]!;
    if (nearest.length === count && distance >= distances[nearest[count - 1]!]!) continue;
    let at = Math.min(nearest.length, count - 1);
    while (at > 0 && distances[nearest[at - 1]!]! > distance) {
      nearest[at] = nearest[at - 1]!;
      at--;
    }
    nearest[at] = row;
  }
  return nearest;
}

/** How many rows are at least as near, 1 for the nearest; of equal ones the lower row comes first. */
function rankOf(distances: Float64Array, row: number): number {
  const distance = distances[row]!;
  let rank = 1;
  for (let other = 0; other < distances.length; other++) {
    if (distances[other]! < distance || (distances[other] === distance && other < row)) rank++;
  }
  return rank;
}
