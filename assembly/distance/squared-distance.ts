/** Squared Euclidean distance from a row (f32) to a point (f64), summed from the first column on. */
// @ts-ignore: decorator
@inline
export function squaredDistance(row: usize, point: usize, columns: i32): f64 {
  const end = row + (<usize>columns << 2);
  let sum: f64 = 0;
  while (row < end) {
    const difference = <f64>load<f32>(row) - load<f64>(point);
    sum += difference * difference;
    row += 4;
    point += 8;
  }
  return sum;
}
