import type { Matrix } from '../core/matrix';

/** Multiply-adds between two yields: some 5 ms. */
const SLICE = 4e6;

/**
 * The mean of (b − a) / max(a, b) over rows, where a is the distance to the nearest centroid and b
 * that to the second nearest: the simplified silhouette (Hruschka, de Castro and Campello, 2004).
 * Unlike the silhouette it costs only rows × clusters × columns, so it can be taken of every
 * reference set. 0 for one cluster.
 */
export function* centroidSilhouette(
  { rows, columns, values }: Matrix,
  centroids: Float64Array,
): Generator<void, number> {
  const clusters = centroids.length / columns;
  const block = Math.max(1, Math.floor(SLICE / centroids.length));
  let sum = 0;
  for (let i = 0; i < rows && clusters > 1; i++) {
    const [nearest, second] = nearestTwo(
      values.subarray(i * columns, (i + 1) * columns),
      centroids,
    );
    if (second > 0) sum += 1 - Math.sqrt(nearest / second);
    if (i % block === 0) yield;
  }
  return sum / rows;
}

/** Squared distances of a row to its nearest and second nearest centroid. */
function nearestTwo(row: Float32Array, centroids: Float64Array): readonly [number, number] {
  let nearest = Infinity;
  let second = Infinity;
  for (let at = 0; at < centroids.length; at += row.length) {
    let squared = 0;
    for (let j = 0; j < row.length; j++) squared += (row[j]! - centroids[at + j]!) ** 2;
    if (squared < nearest) {
      second = nearest;
      nearest = squared;
    } else if (squared < second) second = squared;
  }
  return [nearest, second];
}
