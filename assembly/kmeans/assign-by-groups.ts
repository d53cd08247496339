import { codeBytes } from './codes';
import { WORD, boundsOf } from './group-bounds';
import { lookAt, lookAtAll, most } from './look-at-group';
import { bestAt, decide, near, nearestKnown, nearestOf } from './nearest-of-groups';
import { distanceAtMost, takeRow } from './row-in-hand';
import { setBounds } from './set-bounds';
import { touchRows } from './touch-rows';

/** Rows whose codes are touched at a time; they stay in the nearest cache. */
const TOUCHED: i32 = 64;

/** What was found of each row's own group, and how near its label is at most. */
const owns: usize = memory.data(64 * 16, 16);
const limits: usize = memory.data(64 * 4, 16);

/**
 * Finds the nearest centroid of each row listed at [from, to) by `listByGroups`, and sets the bounds
 * of the groups that were looked at: that of the label, and of the others listed those whose bound
 * is not above the distance to the label. Returns at how many.
 *
 * Groups are four neighbours in the order of the centroids, what one vector holds: groups of similar
 * centroids were not seen to do better.
 *
 * Distances come from codes (see `codes.ts`): in steps of the row, half the squared distance less
 * half the squared norm of the row is ‖c‖²/2 − x · c within `wrong`, see `encodeCentroids`, and
 * within 2⁻¹⁹ ‖c‖²/2. Where two centroids are nearer to each other than that, f64 distances decide.
 *
 * Rows without a label are looked at two at a time, for all groups. Of the others the own groups of
 * many rows are looked at first: which groups else are to be looked at depends on a root, and a
 * processor that guessed wrong would wait for it. `room` is for 40 bytes a group, and 160 more.
 */
export function assignByGroups(
  points: usize, codes: usize, steps: usize, squares: usize,
  centroids: usize, groupCodes: usize, terms: usize, paths: usize, groupPaths: usize,
  rows: usize, masks: usize, labels: usize, room: usize,
  found: usize, bounds: usize, nears: usize,
  from: i32, to: i32, clusters: i32, columns: i32, words: i32, unit: f32,
): i32 {
  const groups = (clusters + 3) >> 2;
  const bytes = codeBytes(columns);
  const doubt = <f32>(columns + 8) / <f32>(1 << 24);
  const lowBytes = (<usize>groups + 4) << 4;
  const list = room + 2 * lowBytes;
  const all = list + (lowBytes >> 2);
  let looked = 0;
  let isKnown = false;
  listAll(all, groups);
  for (let i = from; i < to; i++) {
    if (((i - from) & (TOUCHED - 1)) === 0) {
      const end = min(i + TOUCHED, to);
      touchRows(codes, rows, i, end, <i32>(bytes >> 2));
      lookAtOwn(codes, steps, squares, groupCodes, terms, rows, labels, i, end, bytes, doubt);
    }
    const row = <usize>load<i32>(rows + (<usize>i << 2));
    const rowCodes = codes + row * bytes;
    const bound = boundsOf(bounds, row, groups);
    const old = load<i32>(labels + (row << 2));
    let lows = room, listed = list, count = groups, label = -1;
    if (old < 0) {
      if (isKnown) {
        lows += lowBytes;
        isKnown = false;
      } else {
        const other = <usize>load<i32>(rows + (<usize>min(i + 1, to - 1) << 2));
        isKnown = i + 1 < to && load<i32>(labels + (other << 2)) < 0;
        const inverses = steps + (row << 2), others = steps + (other << 2);
        lookAtAll(
          rowCodes, codes + other * bytes, rowCodes + bytes, groupCodes, terms,
          <f32>1 / load<f32>(inverses), <f32>1 / load<f32>(others), lows, lowBytes, groups,
        );
      }
      takeRow(steps + (row << 2), squares + (row << 2), doubt);
      listed = all;
      label = nearestKnown(terms, listed, lows, count);
    } else {
      takeRow(steps + (row << 2), squares + (row << 2), doubt);
      const own = old >> 2;
      store<i32>(list, own);
      const place = <usize>((i - from) & (TOUCHED - 1));
      const first = v128.load(owns + (place << 4));
      const limit = load<f32>(limits + (place << 2));
      v128.store(lows, first);
      const mask = masks + ((<usize>i * <usize>words) << 2);
      count = listGroups(mask, words, bound, groupPaths, list, own, limit);
      label = nearestOf(first, rowCodes, rowCodes + bytes, groupCodes, terms, list, lows, count);
    }
    if (label < 0) {
      const values = points + ((row * <usize>columns) << 2);
      label = decide(values, centroids, listed, lows, count, columns, unit);
    }
    setBounds(bound, groupPaths, listed, lows, count, bestAt);
    store<f32>(nears + (row << 2), near - load<f32>(paths + (<usize>label << 2)));
    store<i32>(found + (<usize>i << 2), label);
    looked += count;
  }
  return looked;
}

/** Looks at the groups of the labels of the rows listed at [from, to), as far as they have one. */
// @ts-ignore: decorator
@inline
function lookAtOwn(
  codes: usize, steps: usize, squares: usize, groupCodes: usize, terms: usize,
  rows: usize, labels: usize, from: i32, to: i32, bytes: usize, doubt: f32,
): void {
  for (let i = from, own = owns, limit = limits; i < to; i++, own += 16, limit += 4) {
    const row = <usize>load<i32>(rows + (<usize>i << 2));
    const label = load<i32>(labels + (row << 2));
    if (label < 0) continue;
    const rowCodes = codes + row * bytes;
    takeRow(steps + (row << 2), squares + (row << 2), doubt);
    v128.store(own, lookAt(rowCodes, rowCodes + bytes, groupCodes, terms, label >> 2));
    const least = load<f32>(own + (<usize>(label & 3) << 2));
    store<f32>(limit, distanceAtMost(most(label, least, terms)));
  }
}

/** Lists the own group, which is there already, and those of a mask whose bound is not beyond. */
// @ts-ignore: decorator
@inline
function listGroups(
  masks: usize, words: i32, bounds: usize, paths: usize, list: usize, own: i32, limit: f32,
): i32 {
  let count = 1;
  for (let word = 0; word < words; word++) {
    let mask = load<i32>(masks + (<usize>word << 2));
    while (mask !== 0) {
      const group = word * WORD + ctz<i32>(mask);
      const bound = load<f32>(bounds + (<usize>group << 6)) - load<f32>(paths + (<usize>group << 2));
      store<i32>(list + (<usize>count << 2), group);
      // Without a branch: which groups are left is hard to predict. What is no number is in.
      count += select<i32>(0, 1, <i32>(bound > limit) | <i32>(group === own));
      mask &= mask - 1;
    }
  }
  return count;
}

/** Lists all groups in order. */
function listAll(list: usize, groups: i32): void {
  for (let group = 0; group < groups; group++) store<i32>(list + (<usize>group << 2), group);
}
