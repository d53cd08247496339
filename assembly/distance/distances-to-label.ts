import { squaredDistance } from './squared-distance';

/**
 * Writes the squared distance of each row of [from, to) to the centroid of its own label; 0 for
 * noise. Centroids are row-major f64. Bit-identical to the reference.
 */
export function distancesToLabel(
  points: usize, centroids: usize, labels: usize, distances: usize,
  from: i32, to: i32, columns: i32,
): void {
  for (let i = from; i < to; i++) {
    const row = points + ((<usize>i * <usize>columns) << 2);
    const label = load<i32>(labels + (<usize>i << 2));
    const centroid = centroids + ((<usize>label * <usize>columns) << 3);
    const distance = label < 0 ? 0 : squaredDistance(row, centroid, columns);
    store<f64>(distances + (<usize>i << 3), distance);
  }
}
