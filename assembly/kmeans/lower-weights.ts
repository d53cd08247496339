import { squaredDistance } from '../distance/squared-distance';

/**
 * Lowers the weight (f64) of each row of [from, to) to its squared distance to `point` (f64) where
 * that is less, and returns the sum of the weights: one step of k-means++ (Arthur and
 * Vassilvitskii, 2007). Bit-identical to the reference.
 */
export function lowerWeights(
  points: usize, point: usize, weights: usize,
  from: i32, to: i32, columns: i32,
): f64 {
  const rowBytes = <usize>columns << 2;
  let total: f64 = 0;
  for (let i = from; i < to; i++) {
    const at = weights + (<usize>i << 3);
    const distance = squaredDistance(points + <usize>i * rowBytes, point, columns);
    const weight = min<f64>(load<f64>(at), distance);
    store<f64>(at, weight);
    total += weight;
  }
  return total;
}
