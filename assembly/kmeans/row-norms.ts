/**
 * Writes an upper bound of the Euclidean norm of each row of [from, to) as f32. The sum of d squares
 * in f32 is off by at most (d + 1) 2⁻²⁴ of itself, so norms are raised by more than half of that.
 * Squares too small for f32 are lost, which `assignListed` makes up for; too large ones make the
 * norm infinite.
 */
export function rowNorms(
  points: usize, norms: usize,
  from: i32, to: i32, columns: i32,
): void {
  const raised: f32 = 1.0 + <f32>(columns + 8) / <f32>(1 << 24);
  const rowBytes = <usize>columns << 2;
  const whole = rowBytes & ~15;
  for (let i = from; i < to; i++) {
    const start = points + <usize>i * rowBytes;
    const end = start + rowBytes;
    let at = start;
    let four = f32x4.splat(0);
    for (const last = start + whole; at < last; at += 16) {
      const values = v128.load(at);
      four = f32x4.add(four, f32x4.mul(values, values));
    }
    const two = f32x4.add(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
    let sum = f32x4.extract_lane(two, 0) + f32x4.extract_lane(two, 1);
    for (; at < end; at += 4) sum += load<f32>(at) * load<f32>(at);
    store<f32>(norms + (<usize>i << 2), sqrt<f32>(sum) * raised);
  }
}
