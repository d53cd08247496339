import type { Job } from './job';
import { Problem } from './problem';
import type { ClusteringValue, MatrixValue } from './values';

const BLOCK_ROWS = 65_536;
const PHASE = 'matching-rows';

/** Rows of a table that something was made from: all of them in order, or these. */
type TableRows = Pick<MatrixValue, 'rowIndex' | 'tableRows'>;

/**
 * The points that a clustering has labelled, one a label, in its order: a clustering of one
 * segment has labels for the rows of that segment only. Rows are matched by table row. Throws
 * `rows-differ` where a labelled row is not among the points.
 */
export async function* labelledPoints(
  points: MatrixValue,
  clustering: ClusteringValue,
): Job<MatrixValue, never> {
  const { labels, rowIndex, tableRows } = clustering;
  const { rows } = points.matrix;
  const differ = () => new Problem('rows-differ', { rows, labelled: labels.length });
  if (tableRows !== points.tableRows) throw differ();
  if (rows === labels.length && isSame(points.rowIndex, rowIndex)) return points;
  const placeOf = placesOf(points, rows);
  const chosen = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const place = placeOf[rowIndex?.[i] ?? i] ?? -1;
    if (place < 0) throw differ();
    chosen[i] = place;
  }
  return yield* pickPoints(points, chosen);
}

/**
 * The points of one cluster of a clustering, in the order of the points; those that the clustering
 * does not know are left out. Throws `rows-differ` where the two are of different tables.
 */
export async function* pointsOfCluster(
  points: MatrixValue,
  clustering: ClusteringValue,
  cluster: number,
): Job<MatrixValue, never> {
  const { labels, tableRows } = clustering;
  const { rows } = points.matrix;
  if (tableRows !== points.tableRows) {
    throw new Problem('rows-differ', { rows, labelled: labels.length });
  }
  const labelAt = placesOf(clustering, labels.length);
  const chosen = new Uint32Array(clustering.sizes[cluster] ?? 0);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const place = labelAt[points.rowIndex?.[i] ?? i] ?? -1;
    if (place >= 0 && labels[place] === cluster) chosen[count++] = i;
  }
  return yield* pickPoints(points, chosen.subarray(0, count));
}

/** For each row of the table its place among these rows; −1 where it is not one of them. */
function placesOf({ rowIndex, tableRows }: TableRows, rows: number): Int32Array {
  const places = new Int32Array(tableRows).fill(-1);
  for (let i = 0; i < rows; i++) places[rowIndex?.[i] ?? i] = i;
  return places;
}

/** Some of the points as a matrix of their own, in the order chosen. */
async function* pickPoints(points: MatrixValue, chosen: Uint32Array): Job<MatrixValue, never> {
  const { matrix, rowIndex } = points;
  const { columns } = matrix;
  const values = new Float32Array(chosen.length * columns);
  for (let from = 0; from < chosen.length; from += BLOCK_ROWS) {
    const to = Math.min(chosen.length, from + BLOCK_ROWS);
    for (let i = from; i < to; i++) {
      const at = chosen[i]! * columns;
      values.set(matrix.values.subarray(at, at + columns), i * columns);
    }
    // What follows counts from nothing.
    yield { done: 0, total: 1, phase: PHASE };
  }
  const tableRow = chosen.map((row) => rowIndex?.[row] ?? row);
  return {
    ...points,
    matrix: { rows: chosen.length, columns, values },
    rowIndex: tableRow,
  };
}

function isSame(a: Uint32Array | null, b: Uint32Array | null): boolean {
  if (a === b) return true;
  if (!a || !b || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
