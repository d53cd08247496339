import type { ClusteringValue, MatrixValue } from '../../core/values';

/** A row of the matrix with what it was chosen by; less is better. */
export interface FoundRow {
  readonly row: number;
  readonly by: number;
  /** The second nearest mean; −1 where there is no other. */
  readonly other: number;
}

export interface NearestRows {
  /** By segment: rows nearest the mean of its rows. */
  readonly typical: readonly (readonly FoundRow[])[];
  /** By segment: rows of the least margin, the distance to the second nearest mean less that to the own. */
  readonly borderline: readonly (readonly FoundRow[])[];
}

/** Multiplications between two pauses. */
const PAUSE = 2e6;

/**
 * The rows that stand for a segment and those that hardly belong to it, by Euclidean distances of
 * features to the mean of each segment's rows, which every method has. A method that does not
 * assign to the nearest mean may leave a margin below zero. Ties: the lower row. Two passes; the
 * second costs rows × segments × features. Yields the share done.
 */
export function* nearestRows(
  { matrix }: MatrixValue,
  { labels, clusters, sizes }: ClusteringValue,
  count: number,
): Generator<number, NearestRows> {
  const means = yield* meansOf(matrix.values, labels, { clusters, columns: matrix.columns, sizes });
  const typical = Array.from({ length: clusters }, () => new Best(count));
  const borderline = Array.from({ length: clusters }, () => new Best(2 * count));
  const pause = Math.max(1, Math.floor(PAUSE / Math.max(1, matrix.columns * clusters)));
  for (let row = 0; row < labels.length; row++) {
    if (row % pause === 0) yield 0.2 + (0.8 * row) / labels.length;
    const label = labels[row]!;
    if (label < 0) continue;
    const point = matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
    const { own, second, other } = distancesFrom(point, means, label);
    typical[label]!.offer({ row, by: own, other });
    if (other >= 0) borderline[label]!.offer({ row, by: second - own, other });
  }
  return {
    typical: typical.map((best) => best.rows),
    // A customer of a small segment may be among both; it is shown once.
    borderline: borderline.map(({ rows }, segment) => {
      const shown = new Set(typical[segment]!.rows.map(({ row }) => row));
      return rows.filter(({ row }) => !shown.has(row)).slice(0, count);
    }),
  };
}

function distancesFrom(point: Float32Array, means: Float64Array, label: number) {
  let [own, second, other] = [0, Infinity, -1];
  const columns = point.length;
  for (let cluster = 0; cluster * columns < means.length; cluster++) {
    let squared = 0;
    for (let j = 0; j < columns; j++) squared += (point[j]! - means[cluster * columns + j]!) ** 2;
    if (cluster === label) own = squared;
    else if (squared < second) [second, other] = [squared, cluster];
  }
  return { own: Math.sqrt(own), second: Math.sqrt(second), other };
}

function* meansOf(
  values: Float32Array,
  labels: Int32Array,
  of: { readonly clusters: number; readonly columns: number; readonly sizes: readonly number[] },
): Generator<number, Float64Array> {
  const { clusters, columns, sizes } = of;
  const sums = new Float64Array(clusters * columns);
  const pause = Math.max(1, Math.floor(PAUSE / Math.max(1, columns)));
  for (let row = 0; row < labels.length; row++) {
    if (row % pause === 0) yield (0.2 * row) / labels.length;
    const label = labels[row]!;
    if (label < 0) continue;
    for (let j = 0; j < columns; j++) sums[label * columns + j]! += values[row * columns + j]!;
  }
  return sums.map((sum, at) => sum / Math.max(1, sizes[Math.floor(at / columns)]!));
}

/** The few best of many, in order; of equal ones those offered first. */
class Best {
  readonly rows: FoundRow[] = [];

  constructor(private readonly count: number) {}

  offer(found: FoundRow): void {
    if (this.rows.length >= this.count && !(found.by < (this.rows.at(-1)?.by ?? -Infinity))) return;
    const at = this.rows.findIndex(({ by }) => found.by < by);
    this.rows.splice(at < 0 ? this.rows.length : at, 0, found);
    if (this.rows.length > this.count) this.rows.pop();
  }
}
