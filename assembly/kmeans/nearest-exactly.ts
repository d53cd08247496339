import { four, fourDistances } from '../distance/four-distances';

/** Where `nearestExactly` leaves the least and the second least squared distance. */
export let least: f64 = 0;
export let next: f64 = 0;

/**
 * The nearest of the packed centroids by squared distances in f64, ties to the lower index: what
 * decides whenever the f32 form cannot, and by definition the label of a row.
 */
export function nearestExactly(row: usize, packed: usize, clusters: i32, columns: i32): i32 {
  const groupBytes = <usize>columns << 5;
  let nearest = 0;
  least = Infinity;
  next = Infinity;
  for (let c = 0, group = packed; c < clusters; c += 4, group += groupBytes) {
    fourDistances(row, group, columns);
    for (let lane = 0; lane < 4; lane++) {
      const distance = load<f64>(four + (<usize>lane << 3));
      if (distance < least) {
        next = least;
        least = distance;
        nearest = c + lane;
      } else if (distance < next) {
        next = distance;
      }
    }
  }
  return nearest;
}
