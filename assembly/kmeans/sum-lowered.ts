import { four, fourDistances } from '../distance/four-distances';

/**
 * Adds to `totals` (f64, one a candidate) what the weights of rows [from, to) would sum up to were
 * that candidate taken as a seed: the trials of greedy k-means++. Candidates are packed four
 * abreast. Bit-identical to the reference: every total takes its rows in order.
 */
export function sumLowered(
  points: usize, packed: usize, weights: usize, totals: usize,
  from: i32, to: i32, candidates: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const groupBytes = <usize>columns << 5;
  for (let i = from; i < to; i++) {
    const row = points + <usize>i * rowBytes;
    const weight = load<f64>(weights + (<usize>i << 3));
    for (let c = 0, group = packed; c < candidates; c += 4, group += groupBytes) {
      fourDistances(row, group, columns);
      const lanes = min(4, candidates - c);
      for (let lane = 0; lane < lanes; lane++) {
        const total = totals + (<usize>(c + lane) << 3);
        const distance = load<f64>(four + (<usize>lane << 3));
        store<f64>(total, load<f64>(total) + min<f64>(weight, distance));
      }
    }
  }
}
