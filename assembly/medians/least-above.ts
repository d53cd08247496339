import { orderKey } from './order-key';

/**
 * Lowers each of `found` (u32, clusters × columns) to the least order key above that in `keys` among
 * the rows [from, to) of its cluster. Clusters that are not `wanted` and noise are left out.
 */
export function leastAbove(
  points: usize, labels: usize, wanted: usize, keys: usize, found: usize,
  from: i32, to: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label < 0 || load<i32>(wanted + (<usize>label << 2)) == 0) continue;
    let value = points + <usize>i * rowBytes;
    const end = value + rowBytes;
    let key = keys + <usize>label * rowBytes;
    let least = found + <usize>label * rowBytes;
    while (value < end) {
      const own = orderKey(value);
      if (own > load<u32>(key) && own < load<u32>(least)) store<u32>(least, own);
      value += 4;
      key += 4;
      least += 4;
    }
  }
}
