/**
 * Gives each row listed at [from, to) the label found for it and moves it from the sums and counts
 * of the old label (none if negative) to those of the new one. Returns how many rows moved, which
 * are then the first ones listed from `from` on.
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
  // First which rows move, without a branch, for that is hard to predict; then the moves.
  let moved = 0;
  for (let i = from; i < to; i++) {
    const row = load<i32>(rows + (<usize>i << 2));
    const label = load<i32>(found + (<usize>i << 2));
    const at = <usize>(from + moved) << 2;
    store<i32>(rows + at, row);
    store<i32>(found + at, label);
    moved += select<i32>(0, 1, load<i32>(labels + (<usize>row << 2)) === label);
  }
  const sumBytes = <usize>columns << 3;
  for (let i = from; i < from + moved; i++) {
    const row = <usize>load<i32>(rows + (<usize>i << 2));
    const label = load<i32>(found + (<usize>i << 2));
    const at = labels + (row << 2);
    const old = load<i32>(at);
    store<i32>(at, label);
    const values = points + ((row * <usize>columns) << 2);
    const target = <usize>label * sumBytes;
    count(counts, label, 1);
    if (old < 0) {
      addRow(values, steps, high + target, low + target, columns);
      continue;
    }
    const source = <usize>old * sumBytes;
    count(counts, old, -1);
    moveRow(values, steps, high, low, source, target, columns);
  }
  return moved;
}

// @ts-ignore: decorator
@inline
function count(counts: usize, label: i32, by: i32): void {
  const at = counts + (<usize>label << 2);
  store<i32>(at, load<i32>(at) + by);
}

/** The nearest multiple of a step, which is given as 1.5 · 2⁵² times itself. */
// @ts-ignore: decorator
@inline
function roundTo(step: v128, value: v128): v128 {
  return f64x2.sub(f64x2.add(value, step), step);
}

// @ts-ignore: decorator
@inline
function add(at: usize, by: v128): void {
  v128.store(at, f64x2.add(v128.load(at), by));
}

// @ts-ignore: decorator
@inline
function subtract(at: usize, by: v128): void {
  v128.store(at, f64x2.sub(v128.load(at), by));
}

/** Adds a row to the two sums of a cluster. */
// @ts-ignore: decorator
@inline
function addRow(row: usize, steps: usize, high: usize, low: usize, columns: i32): void {
  const second = <usize>columns << 3;
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const value = f64x2.promote_low_f32x4(v128.load64_zero(row));
    const coarse = roundTo(v128.load(steps), value);
    add(high, coarse);
    add(low, roundTo(v128.load(steps + second), f64x2.sub(value, coarse)));
    row += 8;
    steps += 16;
    high += 16;
    low += 16;
  }
  if (j === columns) return;
  const value = f64x2.splat(<f64>load<f32>(row));
  const coarse = roundTo(v128.load64_zero(steps), value);
  const fine = roundTo(v128.load64_zero(steps + second), f64x2.sub(value, coarse));
  store<f64>(high, load<f64>(high) + f64x2.extract_lane(coarse, 0));
  store<f64>(low, load<f64>(low) + f64x2.extract_lane(fine, 0));
}

/** Moves a row from the two sums at offset `source` to those at `target`. */
// @ts-ignore: decorator
@inline
function moveRow(
  row: usize, steps: usize, high: usize, low: usize,
  source: usize, target: usize, columns: i32,
): void {
  const second = <usize>columns << 3;
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const value = f64x2.promote_low_f32x4(v128.load64_zero(row));
    const coarse = roundTo(v128.load(steps), value);
    const fine = roundTo(v128.load(steps + second), f64x2.sub(value, coarse));
    subtract(high + source, coarse);
    subtract(low + source, fine);
    add(high + target, coarse);
    add(low + target, fine);
    row += 8;
    steps += 16;
    high += 16;
    low += 16;
  }
  if (j === columns) return;
  const value = f64x2.splat(<f64>load<f32>(row));
  const coarse = roundTo(v128.load64_zero(steps), value);
  const fine = roundTo(v128.load64_zero(steps + second), f64x2.sub(value, coarse));
  store<f64>(high + source, load<f64>(high + source) - f64x2.extract_lane(coarse, 0));
  store<f64>(low + source, load<f64>(low + source) - f64x2.extract_lane(fine, 0));
  store<f64>(high + target, load<f64>(high + target) + f64x2.extract_lane(coarse, 0));
  store<f64>(low + target, load<f64>(low + target) + f64x2.extract_lane(fine, 0));
}
