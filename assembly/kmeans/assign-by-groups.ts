import { squaredDistance } from '../distance/squared-distance';
import { fourProducts } from './code-products';
import { codeBytes } from './codes';
import { ANYWHERE, SHARE, WORD, boundsOf } from './group-bounds';

/** What is lost where squares are too small for f32, and more. */
const TINY: f32 = 1e-30;
/** Bytes of the terms of a group. */
const TERMS: usize = 48;

/** Of the row in hand: its step, one over it, and what its squared norm is at least and at most. */
let step: f32 = 0;
let inverse: f32 = 0;
let low: f32 = 0;
let high: f32 = 0;
/** How near the label that was found for it is at most. */
let near: f32 = 0;

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
 * `room` is for 20 bytes a group, and 80 more.
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
  const list = room + ((<usize>groups + 4) << 4);
  let looked = 0;
  for (let i = from; i < to; i++) {
    const row = <usize>load<i32>(rows + (<usize>i << 2));
    const rowCodes = codes + row * bytes;
    const bound = boundsOf(bounds, row, groups);
    const old = load<i32>(labels + (row << 2));
    readRow(steps + (row << 2), squares + (row << 2), doubt);
    const own = max<i32>(old, 0) >> 2;
    store<i32>(list, own);
    const first = lookAt(rowCodes, rowCodes + bytes, groupCodes, terms, own);
    v128.store(room, first);
    near = ANYWHERE;
    if (old >= 0) near = distanceAtMost(most(old, load<f32>(room + ((old & 3) << 2)), terms));
    const mask = masks + ((<usize>i * <usize>words) << 2);
    const count = listGroups(mask, words, bound, groupPaths, list, own);
    let label = nearestOf(first, rowCodes, rowCodes + bytes, groupCodes, terms, list, room, count);
    if (label < 0) {
      const values = points + ((row * <usize>columns) << 2);
      label = decide(values, centroids, list, room, count, columns, unit);
    }
    setBounds(bound, groupPaths, list, room, count);
    store<f32>(nears + (row << 2), near - load<f32>(paths + (<usize>label << 2)));
    store<i32>(found + (<usize>i << 2), label);
    looked += count;
  }
  return looked;
}

// @ts-ignore: decorator
@inline
function readRow(stepOf: usize, squareOf: usize, doubt: f32): void {
  step = load<f32>(stepOf);
  inverse = <f32>1 / step;
  const square = load<f32>(squareOf);
  low = square * (<f32>1 - doubt) - TINY;
  high = square * (<f32>1 + doubt) + TINY;
}

// @ts-ignore: decorator
@inline
function distanceAtMost(steps: f32): f32 {
  return sqrt<f32>(max<f32>(high + step * (steps + steps), 0)) * (1.0 + SHARE);
}

// @ts-ignore: decorator
@inline
function distancesAtLeast(steps: v128): v128 {
  const twice = f32x4.mul(f32x4.splat(step), f32x4.add(steps, steps));
  const squares = f32x4.pmax(f32x4.add(f32x4.splat(low), twice), f32x4.splat(0));
  return f32x4.mul(f32x4.sqrt(squares), f32x4.splat(1.0 - SHARE));
}

/** By how much the distance of a centroid, in steps, may be above the least that it can be. */
// @ts-ignore: decorator
@inline
function most(index: i32, least: f32, terms: usize): f32 {
  const at = terms + <usize>(index >> 2) * TERMS + (<usize>(index & 3) << 2);
  const wrong = load<f32>(at, 32) + load<f32>(at) * inverse * (2 * SHARE);
  return least + (wrong + wrong);
}

/** Lists the own group, which is there already, and those of a mask whose bound is not beyond. */
// @ts-ignore: decorator
@inline
function listGroups(
  masks: usize, words: i32, bounds: usize, paths: usize, list: usize, own: i32,
): i32 {
  const limit = near;
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

/** The least that the distances of a group, in steps, can be. */
// @ts-ignore: decorator
@inline
function lookAt(row: usize, end: usize, codes: usize, terms: usize, group: i32): v128 {
  const groupCodes = codes + <usize>group * ((end - row) << 2);
  const products = f32x4.convert_i32x4_s(fourProducts(row, end, groupCodes));
  const term = terms + <usize>group * TERMS;
  const half = f32x4.mul(v128.load(term), f32x4.splat(inverse));
  const wrong = f32x4.add(v128.load(term, 32), f32x4.mul(half, f32x4.splat(2 * SHARE)));
  return f32x4.sub(f32x4.sub(half, f32x4.mul(products, v128.load(term, 16))), wrong);
}

/** Where the nearest centroid lies among what was looked at, and how far it is at most, in steps. */
let bestAt: usize = 0;
let bestMost: f32 = 0;

/**
 * Looks at the groups listed after the first, and leaves all they found at `lows`. Returns the
 * nearest centroid; −1 when that is not certain.
 */
// @ts-ignore: decorator
@inline
function nearestOf(
  first: v128, row: usize, end: usize, codes: usize, terms: usize,
  list: usize, lows: usize, count: i32,
): i32 {
  let best = first, next = f32x4.splat(Infinity);
  let places = i32x4.splat(0);
  for (let i = 1; i < count; i++) {
    const four = lookAt(row, end, codes, terms, load<i32>(list + (<usize>i << 2)));
    v128.store(lows + (<usize>i << 4), four);
    places = v128.bitselect(i32x4.splat(i), places, f32x4.lt(four, best));
    next = f32x4.pmin(next, f32x4.pmax(best, four));
    best = f32x4.pmin(best, four);
  }
  const least = leastOf(best);
  const lane = ctz<i32>(i32x4.bitmask(f32x4.eq(best, f32x4.splat(least))) | 8);
  const isBest = i32x4.eq(i32x4(0, 1, 2, 3), i32x4.splat(lane));
  const second = leastOf(f32x4.pmin(next, v128.bitselect(f32x4.splat(Infinity), best, isBest)));
  const chosen = v128.and(places, isBest);
  const two = v128.or(chosen, v128.shuffle<i32>(chosen, chosen, 2, 3, 0, 1));
  const place = <usize>(i32x4.extract_lane(two, 0) | i32x4.extract_lane(two, 1));
  bestAt = lows + (place << 4) + (<usize>lane << 2);
  const label = (load<i32>(list + (place << 2)) << 2) + lane;
  bestMost = most(label, least, terms);
  near = distanceAtMost(bestMost);
  return second > bestMost ? label : -1;
}

/**
 * The nearest centroid of those looked at by squared distances in f64, ties to the lower index:
 * what decides whenever codes cannot, and by definition the label of a row. Only those that may be
 * as near as the best are measured; `lows` then holds what was measured.
 */
function decide(
  row: usize, centroids: usize, list: usize, lows: usize, count: i32, columns: i32, unit: f32,
): i32 {
  const square = <f64>unit * <f64>unit;
  let label = -1;
  let least = Infinity;
  for (let i = 0; i < count << 2; i++) {
    const at = lows + (<usize>i << 2);
    if (load<f32>(at) > bestMost) continue;
    const index = (load<i32>(list + (<usize>(i >> 2) << 2)) << 2) + (i & 3);
    const distance = squaredDistance(row, centroids + ((<usize>index * <usize>columns) << 3), columns);
    const steps = (distance * square * <f64>(1.0 - SHARE) - <f64>high) / (2 * <f64>step);
    store<f32>(at, <f32>(steps - abs<f64>(steps) * <f64>SHARE));
    if (distance < least || (distance === least && index < label)) {
      least = distance;
      label = index;
      bestAt = at;
    }
  }
  near = <f32>sqrt<f64>(least * square) * (1.0 + SHARE);
  return label;
}

/** Sets the bounds of the groups looked at, the label left out. */
// @ts-ignore: decorator
@inline
function setBounds(
  bounds: usize, paths: usize, list: usize, lows: usize, count: i32,
): void {
  const best = bestAt & ~15;
  const isBest = i32x4.eq(i32x4(0, 4, 8, 12), i32x4.splat(<i32>(bestAt & 15)));
  v128.store(best, v128.bitselect(f32x4.splat(Infinity), v128.load(best), isBest));
  // Vectors are filled up with the first group once more.
  const end = lows + (<usize>count << 4);
  const first = v128.load(lows);
  v128.store(list + (<usize>count << 2), v128.load32_splat(list));
  v128.store(end, first);
  v128.store(end, first, 16);
  v128.store(end, first, 32);
  for (; lows < end; lows += 64, list += 16) {
    const a = v128.load(lows), b = v128.load(lows, 16);
    const c = v128.load(lows, 32), d = v128.load(lows, 48);
    const ab = f32x4.pmin(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
    const cd = f32x4.pmin(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
    const low = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), high = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7);
    const distances = distancesAtLeast(f32x4.pmin(low, high));
    setBound(bounds, paths, load<i32>(list), f32x4.extract_lane(distances, 0));
    setBound(bounds, paths, load<i32>(list, 4), f32x4.extract_lane(distances, 1));
    setBound(bounds, paths, load<i32>(list, 8), f32x4.extract_lane(distances, 2));
    setBound(bounds, paths, load<i32>(list, 12), f32x4.extract_lane(distances, 3));
  }
}

// @ts-ignore: decorator
@inline
function setBound(bounds: usize, paths: usize, group: i32, distance: f32): void {
  const path = load<f32>(paths + (<usize>group << 2));
  store<f32>(bounds + (<usize>group << 6), (distance + path) * (1.0 - SHARE));
}

// @ts-ignore: decorator
@inline
function leastOf(four: v128): f32 {
  const two = f32x4.pmin(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.pmin(two, v128.shuffle<f32>(two, two, 1, 0, 3, 2)), 0);
}
