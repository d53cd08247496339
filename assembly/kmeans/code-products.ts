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
  const pq = i32x4.add(v128.shuffle<i32>(p, q, 0, 4, 1, 5), v128.shuffle<i32>(p, q, 2, 6, 3, 7));
  const rs = i32x4.add(v128.shuffle<i32>(r, s, 0, 4, 1, 5), v128.shuffle<i32>(r, s, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(pq, rs, 0, 1, 4, 5), v128.shuffle<i32>(pq, rs, 2, 3, 6, 7));
}
