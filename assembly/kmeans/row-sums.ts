/**
 * Sums of rows that do not depend on the order of adding and taking away, or results would depend
 * on what was pruned: every value is rounded to whole steps of its column, which add without
 * rounding (reproducible summation: Demmel and Nguyen, 2013). `steps` holds 1.5 · 2⁵² steps for
 * each column: adding that to a value rounds it to the step, and leaves in the bits of the result
 * the number of steps plus those of what was added.
 *
 * In one part the bits are added as i64, and there are so many steps that this costs nothing that
 * f32 has not lost already, unless most values are tiny beside the largest. For such columns a
 * value is cut in two parts, whole multiples of a coarse and of a very fine step, whose sums are
 * f64 without rounding. `steps` then holds those of the second parts behind those of the first.
 * What is below the last step is lost, the same each time.
 */

/** Adds a row to the sums of a cluster at `high`, in one part. */
// @ts-ignore: decorator
@inline
export function addInOne(row: usize, steps: usize, high: usize, columns: i32): void {
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const bits = f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(row)), v128.load(steps));
    v128.store(high, i64x2.add(v128.load(high), bits));
    row += 8;
    steps += 16;
    high += 16;
  }
  if (j === columns) return;
  store<i64>(high, load<i64>(high) + reinterpret<i64>(<f64>load<f32>(row) + load<f64>(steps)));
}

/** Moves a row from one cluster's sums to another's, in one part. */
// @ts-ignore: decorator
@inline
export function moveInOne(
  row: usize, steps: usize, source: usize, target: usize, columns: i32,
): void {
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const bits = f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(row)), v128.load(steps));
    v128.store(source, i64x2.sub(v128.load(source), bits));
    v128.store(target, i64x2.add(v128.load(target), bits));
    row += 8;
    steps += 16;
    source += 16;
    target += 16;
  }
  if (j === columns) return;
  const bits = reinterpret<i64>(<f64>load<f32>(row) + load<f64>(steps));
  store<i64>(source, load<i64>(source) - bits);
  store<i64>(target, load<i64>(target) + bits);
}

/** Adds a row times `sign` (1 or −1) to the sums of a cluster, in two parts. */
export function addInTwo(
  row: usize, steps: usize, high: usize, low: usize, columns: i32, sign: f64,
): void {
  for (let j = 0; j < columns; j++) {
    const at = <usize>j << 3;
    const step = load<f64>(steps + at);
    const fine = load<f64>(steps + ((<usize>columns) << 3) + at);
    const value = <f64>load<f32>(row + (<usize>j << 2)) * sign;
    const coarse = value + step - step;
    store<f64>(high + at, load<f64>(high + at) + coarse);
    store<f64>(low + at, load<f64>(low + at) + (value - coarse + fine - fine));
  }
}
