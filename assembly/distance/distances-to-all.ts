import { four, fourDistances } from './four-distances';

/**
 * Writes the squared distances of rows [from, to) to all packed centroids as f32, row-major
 * rows × clusters.
 */
export function distancesToAll(
  points: usize, packed: usize, distances: usize,
  from: i32, to: i32, clusters: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const groupBytes = <usize>columns << 5;
  for (let i = from; i < to; i++) {
    const row = points + <usize>i * rowBytes;
    const line = distances + ((<usize>i * <usize>clusters) << 2);
    for (let c = 0, group = packed; c < clusters; c += 4, group += groupBytes) {
      fourDistances(row, group, columns);
      const lanes = min(4, clusters - c);
      for (let lane = 0; lane < lanes; lane++) {
        const distance = <f32>load<f64>(four + (<usize>lane << 3));
        store<f32>(line + (<usize>(c + lane) << 2), distance);
      }
    }
  }
}
