import { fourAbsolutes, fourSums } from './four-absolutes';

/**
 * Labels rows [from, to) with the centre from which their absolute differences, added over the
 * columns, are least, and returns what these come to. Ties go to the lower index. Centres are packed
 * four abreast; the lanes that the last group leaves over hold Infinity.
 */
export function assignAbsolute(
  points: usize, packed: usize, labels: usize,
  from: i32, to: i32, clusters: i32, columns: i32,
): f64 {
  const rowBytes = <usize>columns << 2;
  const groupBytes = <usize>columns << 5;
  let cost: f64 = 0;
  for (let i = from; i < to; i++) {
    const row = points + <usize>i * rowBytes;
    let nearest = 0;
    let least = Infinity;
    for (let c = 0, group = packed; c < clusters; c += 4, group += groupBytes) {
      fourAbsolutes(row, group, columns);
      for (let lane = 0; lane < 4; lane++) {
        const sum = load<f64>(fourSums + (<usize>lane << 3));
        // Chosen without a branch: which centre wins is hard to predict.
        const isNearer = sum < least;
        nearest = select<i32>(c + lane, nearest, isNearer);
        least = select<f64>(sum, least, isNearer);
      }
    }
    store<i32>(labels + (<usize>i << 2), nearest);
    cost += least;
  }
  return cost;
}
