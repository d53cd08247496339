/** Where `fourAbsolutes` leaves its four sums. */
export const fourSums: usize = memory.data(32, 16);

/**
 * Sums of absolute differences from one row to four packed points at once, left at `fourSums`.
 * Points are packed as for `fourDistances`; a lane adds its columns from first to last, so each sum
 * is bit-identical to the reference.
 */
// @ts-ignore: decorator
@inline
export function fourAbsolutes(row: usize, packed: usize, columns: i32): void {
  const end = row + (<usize>columns << 2);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  while (row < end) {
    const x = f64x2.splat(<f64>load<f32>(row));
    low = f64x2.add(low, f64x2.abs(f64x2.sub(x, v128.load(packed))));
    high = f64x2.add(high, f64x2.abs(f64x2.sub(x, v128.load(packed, 16))));
    row += 4;
    packed += 32;
  }
  v128.store(fourSums, low);
  v128.store(fourSums, high, 16);
}
