/**
 * The products of the codes of a row, which end before `end`, with those of a group of four
 * centroids, one a lane. Codes of a group lie eight of each centroid in turn.
 */
// @ts-ignore: decorator
@inline
export function fourProducts(row: usize, end: usize, group: usize): v128 {
  let p = i32x4.splat(0), q = p, r = p, s = p;
  for (; row < end; row += 32, group += 128) {
    const x = v128.load(row);
    p = i32x4.add(p, i32x4.dot_i16x8_s(x, v128.load(group)));
    q = i32x4.add(q, i32x4.dot_i16x8_s(x, v128.load(group, 16)));
    r = i32x4.add(r, i32x4.dot_i16x8_s(x, v128.load(group, 32)));
    s = i32x4.add(s, i32x4.dot_i16x8_s(x, v128.load(group, 48)));
    const y = v128.load(row, 16);
    p = i32x4.add(p, i32x4.dot_i16x8_s(y, v128.load(group, 64)));
    q = i32x4.add(q, i32x4.dot_i16x8_s(y, v128.load(group, 80)));
    r = i32x4.add(r, i32x4.dot_i16x8_s(y, v128.load(group, 96)));
    s = i32x4.add(s, i32x4.dot_i16x8_s(y, v128.load(group, 112)));
  }
  return sumEach(p, q, r, s);
}

/** Where `eightProducts` leaves the products of the second row. */
export const second: usize = memory.data(16, 16);

/**
 * The same for two rows at once, which saves half of the loads; the products of the second are left
 * at `second`.
 */
// @ts-ignore: decorator
@inline
export function eightProducts(x: usize, y: usize, end: usize, group: usize): v128 {
  let a = i32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  // Eight sums and what a step loads are all that registers hold.
  for (; x < end; x += 16, y += 16, group += 64) {
    const p = v128.load(x), q = v128.load(y);
    const one = v128.load(group), two = v128.load(group, 16);
    const three = v128.load(group, 32), four = v128.load(group, 48);
    a = i32x4.add(a, i32x4.dot_i16x8_s(p, one));
    e = i32x4.add(e, i32x4.dot_i16x8_s(q, one));
    b = i32x4.add(b, i32x4.dot_i16x8_s(p, two));
    f = i32x4.add(f, i32x4.dot_i16x8_s(q, two));
    c = i32x4.add(c, i32x4.dot_i16x8_s(p, three));
    g = i32x4.add(g, i32x4.dot_i16x8_s(q, three));
    d = i32x4.add(d, i32x4.dot_i16x8_s(p, four));
    h = i32x4.add(h, i32x4.dot_i16x8_s(q, four));
  }
  v128.store(second, sumEach(e, f, g, h));
  return sumEach(a, b, c, d);
}

/** The sums of four vectors, one a lane. */
// @ts-ignore: decorator
@inline
function sumEach(p: v128, q: v128, r: v128, s: v128): v128 {
  const pq = i32x4.add(v128.shuffle<i32>(p, q, 0, 4, 1, 5), v128.shuffle<i32>(p, q, 2, 6, 3, 7));
  const rs = i32x4.add(v128.shuffle<i32>(r, s, 0, 4, 1, 5), v128.shuffle<i32>(r, s, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(pq, rs, 0, 1, 4, 5), v128.shuffle<i32>(pq, rs, 2, 3, 6, 7));
}
