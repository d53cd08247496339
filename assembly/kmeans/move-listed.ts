/**
 * Gives each row listed at [from, to) the label found for it and moves it from the sums and counts
 * of the old label (none if negative) to those of the new one. Returns how many rows moved.
 *
 * Sums must not depend on the way rows have taken, or results would depend on what was pruned. So
 * every value is cut in two parts, whole multiples of a fine and of a very fine step of its column,
 * coarse enough that no sum over the shard's rows is ever rounded: adding and taking away in any
 * order then gives the same bits (reproducible summation: Demmel and Nguyen, 2013). `steps` holds
 * for each column 1.5 · 2⁵² first steps, then the same for second steps: adding and subtracting
 * such a number rounds to the step. What is below the second step is lost, the same each time.
 */
export function moveListed(
  points: usize, rows: usize, found: usize, steps: usize,
  labels: usize, high: usize, low: usize, counts: usize,
  from: i32, to: i32, columns: i32,
): i32 {
  const sumBytes = <usize>columns << 3;
  let moved = 0;
  for (let i = from; i < to; i++) {
    const row = <usize>load<i32>(rows + (<usize>i << 2));
    const label = load<i32>(found + (<usize>i << 2));
    const at = labels + (row << 2);
    const old = load<i32>(at);
    if (old === label) continue;
    moved++;
    store<i32>(at, label);
    const values = points + ((row * <usize>columns) << 2);
    if (old >= 0) {
      const sum = <usize>old * sumBytes;
      addRow(values, steps, high + sum, low + sum, columns, -1);
      count(counts, old, -1);
    }
    const sum = <usize>label * sumBytes;
    addRow(values, steps, high + sum, low + sum, columns, 1);
    count(counts, label, 1);
  }
  return moved;
}

// @ts-ignore: decorator
@inline
function count(counts: usize, label: i32, by: i32): void {
  const at = counts + (<usize>label << 2);
  store<i32>(at, load<i32>(at) + by);
}

/** Adds a row times `sign` (1 or −1) to the two sums of a cluster. */
// @ts-ignore: decorator
@inline
function addRow(row: usize, steps: usize, high: usize, low: usize, columns: i32, sign: f64): void {
  const second = <usize>columns << 3;
  const signs = f64x2.splat(sign);
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const value = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(row)), signs);
    const step = v128.load(steps);
    const fine = v128.load(steps + second);
    const coarse = f64x2.sub(f64x2.add(value, step), step);
    const rest = f64x2.sub(f64x2.add(f64x2.sub(value, coarse), fine), fine);
    v128.store(high, f64x2.add(v128.load(high), coarse));
    v128.store(low, f64x2.add(v128.load(low), rest));
    row += 8;
    steps += 16;
    high += 16;
    low += 16;
  }
  if (j === columns) return;
  const value = <f64>load<f32>(row) * sign;
  const step = load<f64>(steps);
  const fine = load<f64>(steps + second);
  const coarse = value + step - step;
  store<f64>(high, load<f64>(high) + coarse);
  store<f64>(low, load<f64>(low) + (value - coarse + fine - fine));
}
