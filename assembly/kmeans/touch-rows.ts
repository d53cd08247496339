/** A cache line. */
const LINE: usize = 64;

/** What was read, kept so that reading it is not left out. */
let seen: i32 = 0;

/**
 * Reads a little of each row listed at [from, to), so that it is near when it is worked on. Rows
 * that lie apart are found by no prefetcher, and work on one tile waits for each in turn; here
 * nothing waits but the memory. Rows that follow each other closely are left to the prefetcher.
 */
export function touchRows(points: usize, rows: usize, from: i32, to: i32, columns: i32): void {
  const rowBytes = <usize>columns << 2;
  const first = <usize>load<i32>(rows + (<usize>from << 2));
  const last = <usize>load<i32>(rows + (<usize>(to - 1) << 2));
  const apart = last - first + 1 - <usize>(to - from);
  if (apart < <usize>(to - from) >> 3) return;
  let sum = 0;
  if (apart * rowBytes < <usize>(to - from) * STREAM * max(rowBytes, LINE)) {
    const end = points + last * rowBytes;
    for (let at = points + first * rowBytes; at <= end; at += LINE) sum += load<i32>(at);
  } else {
    for (let i = from; i < to; i++) {
      const row = points + <usize>load<i32>(rows + (<usize>i << 2)) * rowBytes;
      for (let at = row; at < row + rowBytes; at += LINE) sum += load<i32>(at);
    }
  }
  seen = sum;
}
/** Rows between those listed, a row, up to which reading all of them is quicker. */
const STREAM: usize = 6;
