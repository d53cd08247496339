import { ANYWHERE, SHARE, WORD } from './group-bounds';

/** How near the labels of 16 rows are at most. */
const within: usize = memory.data(64, 16);

/**
 * Lists, in order, the rows of [from, to) that a centroid other than their label may be nearest to,
 * and for each the groups of four centroids that it may be in, as a mask of `words` words; returns
 * how many. `from` is a multiple of 16, and so is the room of `masks`.
 *
 * Each row keeps a lower bound of its distance to all centroids of a group but its label (Ding et
 * al., 2015, "Yinyang K-means"), and in `nears` an upper bound of that to its label. They are not
 * changed when centroids move, but were stored plus the path of the group by then (the moves of its
 * fastest, summed) or less that of the label, so that they hold less or plus the path by now
 * (Newling and Fleuret, 2016). Bounds lie group by group for each 16 rows, so that one vector is
 * four rows.
 */
export function listByGroups(
  labels: usize, nears: usize, bounds: usize, paths: usize, groupPaths: usize,
  rows: usize, masks: usize,
  from: i32, to: i32, groups: i32, words: i32,
): i32 {
  let count = 0;
  for (let row = from; row < to; row += 16) {
    const lanes = min(16, to - row);
    for (let i = 0; i < lanes; i++) {
      const at = <usize>(row + i) << 2;
      store<f32>(within + (<usize>i << 2), nearBy(load<i32>(labels + at), nears + at, paths));
    }
    const block = bounds + <usize>(row >> 4) * (<usize>groups << 6);
    count += listBlock(block, groupPaths, rows, masks, count, row, lanes, groups, words);
  }
  return count;
}

/** How near the label is at most, wherever its centroid went since that was measured. */
// @ts-ignore: decorator
@inline
function nearBy(label: i32, near: usize, paths: usize): f32 {
  if (label < 0) return ANYWHERE;
  const path = load<f32>(paths + (<usize>label << 2));
  return (load<f32>(near) + path) * (1.0 + SHARE) + path * SHARE;
}

// @ts-ignore: decorator
@inline
function listBlock(
  block: usize, paths: usize, rows: usize, masks: usize, listed: i32,
  row: i32, lanes: i32, groups: i32, words: i32,
): i32 {
  const near0 = v128.load(within), near1 = v128.load(within, 16);
  const near2 = v128.load(within, 32), near3 = v128.load(within, 48);
  // Every word of all 16 rows is written where it would lie if all were listed, and moved up after.
  const room = masks + ((<usize>listed * <usize>words) << 2);
  for (let word = 0; word < words; word++) {
    let mask0 = i32x4.splat(0), mask1 = mask0, mask2 = mask0, mask3 = mask0;
    let bit = i32x4.splat(1);
    const end = min(groups, (word + 1) * WORD);
    for (let group = word * WORD; group < end; group++) {
      const at = block + (<usize>group << 6);
      const path = v128.load32_splat(paths + (<usize>group << 2));
      // What is no number is in.
      mask0 = v128.or(mask0, v128.andnot(bit, isBeyond(at, path, near0)));
      mask1 = v128.or(mask1, v128.andnot(bit, isBeyond(at + 16, path, near1)));
      mask2 = v128.or(mask2, v128.andnot(bit, isBeyond(at + 32, path, near2)));
      mask3 = v128.or(mask3, v128.andnot(bit, isBeyond(at + 48, path, near3)));
      bit = i32x4.shl(bit, 1);
    }
    storeWords(room + (<usize>word << 2), <usize>words << 2, mask0, mask1, mask2, mask3);
  }
  let count = 0;
  for (let i = 0; i < lanes; i++) {
    const target = room + ((<usize>count * <usize>words) << 2);
    const source = room + ((<usize>i * <usize>words) << 2);
    let any = 0;
    for (let word = 0; word < words; word++) {
      const mask = load<i32>(source + (<usize>word << 2));
      store<i32>(target + (<usize>word << 2), mask);
      any |= mask;
    }
    store<i32>(rows + (<usize>(listed + count) << 2), row + i);
    count += select<i32>(1, 0, any !== 0);
  }
  return count;
}

// @ts-ignore: decorator
@inline
function isBeyond(bounds: usize, path: v128, near: v128): v128 {
  return f32x4.gt(f32x4.sub(v128.load(bounds), path), near);
}

/** Stores the lanes of four vectors one after the other, `stride` bytes apart. */
// @ts-ignore: decorator
@inline
function storeWords(at: usize, stride: usize, a: v128, b: v128, c: v128, d: v128): void {
  storeFour(at, stride, a);
  storeFour(at + (stride << 2), stride, b);
  storeFour(at + (stride << 3), stride, c);
  storeFour(at + stride * 12, stride, d);
}

// @ts-ignore: decorator
@inline
function storeFour(at: usize, stride: usize, four: v128): void {
  v128.store32_lane(at, four, 0);
  v128.store32_lane(at + stride, four, 1);
  v128.store32_lane(at + stride * 2, four, 2);
  v128.store32_lane(at + stride * 3, four, 3);
}
