import { four, fourDistances } from '../distance/four-distances';

/**
 * Adds to `sums` (f64, `stride` values a row) the Euclidean distances of each row of [from, to) to
 * `others`, packed four abreast. Four running sums are kept and added at the end, so a sum differs
 * from the reference by rounding only: at most 1e-13 of itself.
 */
export function sumDistances(
  points: usize, packed: usize, sums: usize,
  from: i32, to: i32, others: i32, columns: i32, stride: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const groupBytes = <usize>columns << 5;
  const full = others & ~3;
  for (let i = from; i < to; i++) {
    const row = points + <usize>i * rowBytes;
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    let group = packed;
    for (let c = 0; c < full; c += 4, group += groupBytes) {
      fourDistances(row, group, columns);
      low = f64x2.add(low, f64x2.sqrt(v128.load(four)));
      high = f64x2.add(high, f64x2.sqrt(v128.load(four, 16)));
    }
    const both = f64x2.add(low, high);
    let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    if (full < others) {
      fourDistances(row, group, columns);
      for (let lane = 0; lane < others - full; lane++) {
        sum += sqrt<f64>(load<f64>(four + (<usize>lane << 3)));
      }
    }
    const at = sums + ((<usize>i * <usize>stride) << 3);
    store<f64>(at, load<f64>(at) + sum);
  }
}
