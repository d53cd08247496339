/**
 * Moves rows of [from, to) until the one at `nth` is where sorting by `column` would put it, none
 * before it greater and none after it less (Hoare, "Find", 1961). Pivots are the median of three
 * rows drawn by a fixed hash, so that no order of rows is a bad one by nature, and the outcome is
 * the same everywhere.
 */
export function selectRow(
  points: usize, order: usize, from: i32, to: i32, nth: i32, column: i32, columns: i32,
): void {
  const stride = <usize>columns << 2;
  const values = points + (<usize>column << 2);
  let low = from, high = to - 1;
  while (low < high) {
    const pivot = pivotOf(values, stride, low, high - low + 1);
    let i = low, j = high;
    while (i <= j) {
      while (load<f32>(values + <usize>i * stride) < pivot) i++;
      while (load<f32>(values + <usize>j * stride) > pivot) j--;
      if (i > j) break;
      swapRows(points, order, i++, j--, columns);
    }
    if (nth <= j) high = j;
    else if (nth >= i) low = i;
    else return;
  }
}

function pivotOf(values: usize, stride: usize, low: i32, count: i32): f32 {
  const hash = (<u32>low + 0x9e3779b9) * (<u32>count | 1);
  const a = load<f32>(values + <usize>(low + <i32>((hash >>> 7) % <u32>count)) * stride);
  const b = load<f32>(values + <usize>(low + (count >> 1)) * stride);
  const c = load<f32>(values + <usize>(low + <i32>((hash * 0x85ebca6b >>> 5) % <u32>count)) * stride);
  return max(min(a, b), min(max(a, b), c));
}

// @ts-ignore: decorator
@inline
function swapRows(points: usize, order: usize, i: i32, j: i32, columns: i32): void {
  const stride = <usize>columns << 2;
  let a = points + <usize>i * stride;
  let b = points + <usize>j * stride;
  const end = a + stride;
  for (; a + 16 <= end; a += 16, b += 16) {
    const kept = v128.load(a);
    v128.store(a, v128.load(b));
    v128.store(b, kept);
  }
  for (; a < end; a += 4, b += 4) {
    const kept = load<f32>(a);
    store<f32>(a, load<f32>(b));
    store<f32>(b, kept);
  }
  const one = order + (<usize>i << 2);
  const other = order + (<usize>j << 2);
  const kept = load<i32>(one);
  store<i32>(one, load<i32>(other));
  store<i32>(other, kept);
}
