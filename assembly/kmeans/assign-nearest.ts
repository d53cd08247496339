import { four, fourDistances } from '../distance/four-distances';

/**
 * Labels rows [from, to) with the index of their nearest centroid and returns the sum of their
 * squared distances. Ties go to the lower index. Centroids are packed four abreast; the lanes
 * that the last group leaves over hold Infinity. Bit-identical to the reference.
 */
export function assignNearest(
  points: usize, packed: usize, labels: usize,
  from: i32, to: i32, clusters: i32, columns: i32,
): f64 {
  const rowBytes = <usize>columns << 2;
  const groupBytes = <usize>columns << 5;
  let inertia: f64 = 0;
  for (let i = from; i < to; i++) {
    const row = points + <usize>i * rowBytes;
    let nearest = 0;
    let least = Infinity;
    for (let c = 0, group = packed; c < clusters; c += 4, group += groupBytes) {
      fourDistances(row, group, columns);
      for (let lane = 0; lane < 4; lane++) {
        const distance = load<f64>(four + (<usize>lane << 3));
        // Chosen without a branch: which centroid wins is hard to predict.
        const isNearer = distance < least;
        nearest = select<i32>(c + lane, nearest, isNearer);
        least = select<f64>(distance, least, isNearer);
      }
    }
    store<i32>(labels + (<usize>i << 2), nearest);
    inertia += least;
  }
  return inertia;
}
