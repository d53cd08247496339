import { squaredDistance } from '../distance/squared-distance';

/**
 * Sum of the squared distances of rows [from, to) to the centroids (f64, row-major) of their
 * labels, noise left out. Bit-identical to the reference: added from the first row on.
 */
export function inertiaByLabel(
  points: usize, centroids: usize, labels: usize,
  from: i32, to: i32, columns: i32,
): f64 {
  let inertia: f64 = 0;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label < 0) continue;
    const centroid = centroids + ((<usize>label * <usize>columns) << 3);
    inertia += squaredDistance(points + ((<usize>i * <usize>columns) << 2), centroid, columns);
  }
  return inertia;
}
