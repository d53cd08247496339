/**
 * Sum of the squared distances of rows [from, to) to the centroids (f64, row-major) of their
 * labels, noise left out. Bit-identical to the reference: rows are added from the first on, and in
 * a row the even columns and the odd ones, each from the first on, before both are added.
 */
export function inertiaByLabel(
  points: usize, centroids: usize, labels: usize,
  from: i32, to: i32, columns: i32,
): f64 {
  const rowBytes = <usize>columns << 2;
  let inertia: f64 = 0;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label < 0) continue;
    const centroid = centroids + ((<usize>label * <usize>columns) << 3);
    inertia += distanceInPairs(points + <usize>i * rowBytes, centroid, columns);
  }
  return inertia;
}

// @ts-ignore: decorator
@inline
function distanceInPairs(row: usize, point: usize, columns: i32): f64 {
  let sums = f64x2.splat(0);
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const values = f64x2.promote_low_f32x4(v128.load64_zero(row));
    const differences = f64x2.sub(values, v128.load(point));
    sums = f64x2.add(sums, f64x2.mul(differences, differences));
    row += 8;
    point += 16;
  }
  let even = f64x2.extract_lane(sums, 0);
  if (j < columns) {
    const difference = <f64>load<f32>(row) - load<f64>(point);
    even += difference * difference;
  }
  return even + f64x2.extract_lane(sums, 1);
}
