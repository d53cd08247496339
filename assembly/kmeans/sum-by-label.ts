/**
 * Adds each row of [from, to) to the sum of its label (f64, row-major clusters × columns) and
 * counts it; noise is left out. Bit-identical to the reference: every sum takes its rows in order.
 */
export function sumByLabel(
  points: usize, labels: usize, sums: usize, counts: usize,
  from: i32, to: i32, columns: i32,
): void {
  const rowBytes = <usize>columns << 2;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label < 0) continue;
    const count = counts + (<usize>label << 2);
    store<i32>(count, load<i32>(count) + 1);
    addRow(points + <usize>i * rowBytes, sums + ((<usize>label * <usize>columns) << 3), columns);
  }
}

// @ts-ignore: decorator
@inline
function addRow(row: usize, sum: usize, columns: i32): void {
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const two = f64x2.promote_low_f32x4(v128.load64_zero(row));
    v128.store(sum, f64x2.add(v128.load(sum), two));
    row += 8;
    sum += 16;
  }
  if (j < columns) store<f64>(sum, load<f64>(sum) + <f64>load<f32>(row));
}
