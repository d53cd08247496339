/** Norms are raised by this share, which covers their own rounding: they are upper bounds. */
const RAISED: f64 = 1.0 + 1.0 / <f64>(1 << 20);

/** Writes an upper bound of the Euclidean norm of each row of [from, to) as f32. */
export function rowNorms(
  points: usize, norms: usize,
  from: i32, to: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  for (let i = from; i < to; i++) {
    const end = points + <usize>(i + 1) * rowBytes;
    let sum: f64 = 0;
    for (let at = end - rowBytes; at < end; at += 4) {
      const value = <f64>load<f32>(at);
      sum += value * value;
    }
    store<f32>(norms + (<usize>i << 2), <f32>(sqrt<f64>(sum) * RAISED));
  }
}
