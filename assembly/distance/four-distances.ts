/** Where `fourDistances` leaves its four sums. */
export const four: usize = memory.data(32, 16);

/**
 * Squared Euclidean distances from one row to four packed points at once, left at `four`.
 *
 * Packed points lie four abreast, one lane each, in f64: value j of the four at `packed + 32 j`.
 * A lane adds its columns from first to last as a plain loop does, so each distance is
 * bit-identical to the reference, and equal points have equal distances in whatever lane.
 */
// @ts-ignore: decorator
@inline
export function fourDistances(row: usize, packed: usize, columns: i32): void {
  const end = row + (<usize>columns << 2);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  while (row < end) {
    const x = f64x2.splat(<f64>load<f32>(row));
    const a = f64x2.sub(x, v128.load(packed));
    const b = f64x2.sub(x, v128.load(packed, 16));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
    row += 4;
    packed += 32;
  }
  v128.store(four, low);
  v128.store(four, high, 16);
}
