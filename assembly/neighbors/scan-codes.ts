import { square } from './radius';
import { squaredDistance, within } from './scan-leaf';
import { codesOf, columnsOf, halvesOf, hasCodes, leafAt, membersOf, pairsOf, TURN, unitOf } from './tree';

/** Codes are asked when what they may be wrong by is not more than this share of the distance. */
const COARSEST: f64 = 1.0 / 32;
/** Half a squared distance in steps that no two rows have: norms are below 2¹⁵. */
const FARTHEST: f64 = 2147483647;

/** Where `scanCodes` leaves what it found of the 32 rows. */
const products: usize = memory.data(128, 16);

/** Whether codes are fine enough for the distance that was set last. */
let areFine: bool = false;
/** Half the squared distance in steps, up to which rows are within, and above which they are not. */
let certain: i32 = 0;
let possible: i32 = 0;

/**
 * Sets the distance that codes are compared with. Each of two rows is at most √d / 2 steps from its
 * code, so that the distance of the codes differs from that of the rows by at most √d steps.
 */
export function setCodeRadius(tree: usize, radius: f64): void {
  areFine = false;
  if (!hasCodes(tree)) return;
  const wrong = Math.sqrt(<f64>columnsOf(tree)) * unitOf(tree);
  areFine = wrong <= radius * COARSEST;
  if (!areFine) return;
  // A little more for the rounding of these lines, and of the sum that decides.
  const least = (radius - wrong) * (1 - 1e-9) / unitOf(tree);
  const most = (radius + wrong) * (1 + 1e-9) / unitOf(tree);
  certain = <i32>min(floor(least * least / 2), FARTHEST) - 1;
  possible = <i32>min(ceil(most * most / 2), FARTHEST);
}

/** Whether codes may say what is near. */
// @ts-ignore: decorator
@inline
export function codesAreFine(): bool {
  return areFine;
}

/**
 * The rows of a leaf, as bits, that are within the radius of a row of another: by codes where they
 * are there and fine enough, which leave few pairs to f64, else as `within` finds them.
 */
export function nearRows(tree: usize, leaf: i32, row: u32, other: i32): u32 {
  const columns = columnsOf(tree);
  const place = <usize>row << 2;
  const own = leafAt(tree, leaf) + place;
  const target = leafAt(tree, other);
  if (!areFine) return within(own, TURN, target, columns);
  const half = load<i32>(halvesOf(tree, leaf) + place);
  const near = scanCodes(tree, codesOf(tree, leaf) + place, TURN, half, other);
  if (near == 0) return 0;
  let bits = notBelow(half - certain) & near;
  for (let unsure = near & ~bits; unsure != 0; unsure &= unsure - 1) {
    const distance = squaredDistance(own, TURN, target + (<usize>ctz(unsure) << 2), columns);
    if (distance <= square) bits |= unsure & (0 - unsure);
  }
  return bits;
}

/**
 * The rows of a leaf, as bits, whose codes are not farther than possible from those at `codes`,
 * pairs of columns `step` bytes apart, with `half` their squared norm. From |x − y|² = |x|² + |y|² −
 * 2 x·y: the products less half the squared norm of the leaf's row need to be `half` less half the
 * squared distance. All of it is whole numbers below 2³¹.
 */
export function scanCodes(tree: usize, codes: usize, step: usize, half: i32, other: i32): u32 {
  let a = i32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  let at = codesOf(tree, other);
  const end = at + <usize>pairsOf(tree) * TURN;
  for (; at < end; at += TURN, codes += step) {
    const x = v128.load32_splat(codes);
    a = i32x4.add(a, i32x4.dot_i16x8_s(x, v128.load(at)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(x, v128.load(at, 16)));
    c = i32x4.add(c, i32x4.dot_i16x8_s(x, v128.load(at, 32)));
    d = i32x4.add(d, i32x4.dot_i16x8_s(x, v128.load(at, 48)));
    e = i32x4.add(e, i32x4.dot_i16x8_s(x, v128.load(at, 64)));
    f = i32x4.add(f, i32x4.dot_i16x8_s(x, v128.load(at, 80)));
    g = i32x4.add(g, i32x4.dot_i16x8_s(x, v128.load(at, 96)));
    h = i32x4.add(h, i32x4.dot_i16x8_s(x, v128.load(at, 112)));
  }
  const halves = halvesOf(tree, other);
  v128.store(products, i32x4.sub(a, v128.load(halves)));
  v128.store(products, i32x4.sub(b, v128.load(halves, 16)), 16);
  v128.store(products, i32x4.sub(c, v128.load(halves, 32)), 32);
  v128.store(products, i32x4.sub(d, v128.load(halves, 48)), 48);
  v128.store(products, i32x4.sub(e, v128.load(halves, 64)), 64);
  v128.store(products, i32x4.sub(f, v128.load(halves, 80)), 80);
  v128.store(products, i32x4.sub(g, v128.load(halves, 96)), 96);
  v128.store(products, i32x4.sub(h, v128.load(halves, 112)), 112);
  // Halves are rounded down, by less than one together.
  return notBelow(half - possible) & membersOf(tree, other);
}

/** Which of the 32 numbers that `scanCodes` left are not below this. */
// @ts-ignore: decorator
@inline
function notBelow(least: i32): u32 {
  const limit = i32x4.splat(least);
  let bits: u32 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    bits |= <u32>i32x4.bitmask(i32x4.ge_s(v128.load(products + (i << 2)), limit)) << <u32>i;
  }
  return bits;
}
