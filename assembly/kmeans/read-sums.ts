/**
 * Writes the sums that `moveListed` keeps as f64, row-major clusters × columns. In one part they
 * are the bits of all that was added, `counts` times those of the steps among them.
 */
export function readSums(
  high: usize, low: usize, counts: usize, steps: usize, sums: usize,
  clusters: i32, columns: i32, parts: i32,
): void {
  for (let c = 0; c < clusters; c++) {
    const rows = <i64>load<i32>(counts + (<usize>c << 2));
    for (let j = 0; j < columns; j++) {
      const at = (<usize>c * <usize>columns + <usize>j) << 3;
      const large = load<f64>(steps + (<usize>j << 3));
      const whole = load<i64>(high + at) - rows * reinterpret<i64>(large);
      const step = large / (1.5 * <f64>((<i64>1) << 52));
      const sum = parts > 1 ? load<f64>(high + at) + load<f64>(low + at) : <f64>whole * step;
      store<f64>(sums + at, sum);
    }
  }
}
