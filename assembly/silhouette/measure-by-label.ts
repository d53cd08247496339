import { four, fourDistances } from '../distance/four-distances';

/**
 * Adds three numbers of each row of [from, to) to `totals` (f64, three a cluster) of its label: its
 * squared distance to the centroid of the label, that distance, and its simplified silhouette
 * (b − a) / max(a, b), with a that distance and b the one to the nearest other centroid (Hruschka,
 * de Castro and Campello, 2004); 0 where both are 0 or there is no other. Noise is left out.
 * Centroids are packed four abreast. Bit-identical to the reference.
 */
export function measureByLabel(
  points: usize, packed: usize, labels: usize, totals: usize,
  from: i32, to: i32, clusters: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const groupBytes = <usize>columns << 5;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label < 0) continue;
    const row = points + <usize>i * rowBytes;
    let own: f64 = 0;
    let least: f64 = Infinity;
    for (let c = 0, group = packed; c < clusters; c += 4, group += groupBytes) {
      fourDistances(row, group, columns);
      const lanes = min(4, clusters - c);
      for (let lane = 0; lane < lanes; lane++) {
        const square = load<f64>(four + (<usize>lane << 3));
        if (c + lane == label) own = square;
        else least = min(least, square);
      }
    }
    const a = sqrt<f64>(own);
    const b = sqrt<f64>(least);
    const larger = max(a, b);
    const total = totals + <usize>label * 24;
    store<f64>(total, load<f64>(total) + own);
    store<f64>(total, load<f64>(total, 8) + a, 8);
    if (larger > 0 && larger < Infinity) {
      store<f64>(total, load<f64>(total, 16) + (b - a) / larger, 16);
    }
  }
}
