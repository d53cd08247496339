import { squaredDistance } from '../distance/squared-distance';
import { SHARE } from './group-bounds';
import { lookAt, most } from './look-at-group';
import { distanceAtMost, stepsAtLeast } from './row-in-hand';

/** Where the nearest centroid lies among what was looked at, and how far it is at most, in steps. */
export let bestAt: usize = 0;
let bestMost: f32 = 0;
/** How near it is at most. */
export let near: f32 = 0;

/**
 * Looks at the groups listed after the first, and leaves all they found at `lows`. Returns the
 * nearest centroid; −1 when that is not certain.
 */
// @ts-ignore: decorator
@inline
export function nearestOf(
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
  return bestOf(best, next, places, terms, list, lows);
}

/** The same where all the groups listed have been looked at. */
// @ts-ignore: decorator
@inline
export function nearestKnown(terms: usize, list: usize, lows: usize, count: i32): i32 {
  let best = v128.load(lows), next = f32x4.splat(Infinity);
  let places = i32x4.splat(0);
  for (let i = 1; i < count; i++) {
    const four = v128.load(lows + (<usize>i << 4));
    places = v128.bitselect(i32x4.splat(i), places, f32x4.lt(four, best));
    next = f32x4.pmin(next, f32x4.pmax(best, four));
    best = f32x4.pmin(best, four);
  }
  return bestOf(best, next, places, terms, list, lows);
}

/** The nearest of four lanes, by the best and second best of each and where the best lie. */
// @ts-ignore: decorator
@inline
function bestOf(
  best: v128, next: v128, places: v128, terms: usize, list: usize, lows: usize,
): i32 {
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
export function decide(
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
    store<f32>(at, stepsAtLeast(distance * square));
    if (distance < least || (distance === least && index < label)) {
      least = distance;
      label = index;
      bestAt = at;
    }
  }
  near = <f32>sqrt<f64>(least * square) * (1.0 + SHARE);
  return label;
}

// @ts-ignore: decorator
@inline
function leastOf(four: v128): f32 {
  const two = f32x4.pmin(four, v128.shuffle<f32>(four, four, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.pmin(two, v128.shuffle<f32>(two, two, 1, 0, 3, 2)), 0);
}
