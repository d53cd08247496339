import { orderKey } from './order-key';

/**
 * One step of finding order statistics by digits, as radix sort does, without moving a row: for each
 * cluster and column it counts how often each digit of `bits` bits at `shift` occurs among the values
 * whose digits above are those in `prefixes` (u32, clusters × columns). `counts` (i32) holds
 * 2^bits places for each cluster and column. Rows of clusters that are not `wanted` (i32, 0 or 1)
 * and noise are left out.
 */
export function countDigits(
  points: usize, labels: usize, wanted: usize, prefixes: usize, counts: usize,
  from: i32, to: i32, columns: i32, shift: i32, bits: i32,
): void {
  const rowBytes = <usize>columns << 2;
  const mask = <u32>((1 << bits) - 1);
  // The first digit has none above: a shift by all 32 bits would be one by none.
  const isFirst = shift + bits >= 32;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label < 0 || load<i32>(wanted + (<usize>label << 2)) == 0) continue;
    let value = points + <usize>i * rowBytes;
    const end = value + rowBytes;
    let prefix = prefixes + <usize>label * rowBytes;
    let places = counts + ((<usize>label * <usize>columns) << (bits + 2));
    while (value < end) {
      const key = orderKey(value);
      if (isFirst || key >>> (shift + bits) == load<u32>(prefix)) {
        const place = places + (<usize>((key >>> shift) & mask) << 2);
        store<i32>(place, load<i32>(place) + 1);
      }
      value += 4;
      prefix += 4;
      places += <usize>4 << bits;
    }
  }
}
