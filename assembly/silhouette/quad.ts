/**
 * A quad is four rows of one group side by side, in f32: value j of the four at `quad + 16 j`. The
 * last quad of a group may have fewer; its other lanes hold any finite numbers.
 */

/** The running sums of the four rows of a quad, four partial sums each. */
export const rowSums: usize = memory.data(64, 16);

/** All bits of a lane where it stands for one of the first `count`, else none. */
// @ts-ignore: decorator
@inline
export function lanesBelow(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}

/**
 * Adds the distances from the four rows of `quad` to those of the quads [from, to): to `rowSums` and,
 * a vector a quad, to `otherSums`. Rows beyond `rows` and lanes outside `lanes` count for nothing;
 * `isWhole` says that there are none. Sixteen distances are in registers at a time.
 */
// @ts-ignore: decorator
@inline
export function addQuads(
  quad: usize, from: usize, to: usize, otherSums: usize, quadBytes: usize,
  isWhole: bool, rows: i32, lanes: v128,
): void {
  let sum0 = v128.load(rowSums), sum1 = v128.load(rowSums, 16);
  let sum2 = v128.load(rowSums, 32), sum3 = v128.load(rowSums, 48);
  for (let y = from; y < to; otherSums += 16) {
    let d0 = f32x4.splat(0), d1 = d0, d2 = d0, d3 = d0;
    const end = y + quadBytes;
    for (let x = quad; y < end; x += 16, y += 16) {
      const other = v128.load(y);
      let difference = f32x4.sub(v128.load32_splat(x), other);
      d0 = f32x4.add(d0, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load32_splat(x, 4), other);
      d1 = f32x4.add(d1, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load32_splat(x, 8), other);
      d2 = f32x4.add(d2, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load32_splat(x, 12), other);
      d3 = f32x4.add(d3, f32x4.mul(difference, difference));
    }
    d0 = f32x4.sqrt(d0);
    d1 = f32x4.sqrt(d1);
    d2 = f32x4.sqrt(d2);
    d3 = f32x4.sqrt(d3);
    if (!isWhole) {
      d0 = v128.and(d0, lanes);
      d1 = rows > 1 ? v128.and(d1, lanes) : f32x4.splat(0);
      d2 = rows > 2 ? v128.and(d2, lanes) : f32x4.splat(0);
      d3 = rows > 3 ? v128.and(d3, lanes) : f32x4.splat(0);
    }
    sum0 = f32x4.add(sum0, d0);
    sum1 = f32x4.add(sum1, d1);
    sum2 = f32x4.add(sum2, d2);
    sum3 = f32x4.add(sum3, d3);
    const ofFour = f32x4.add(f32x4.add(d0, d1), f32x4.add(d2, d3));
    v128.store(otherSums, f32x4.add(v128.load(otherSums), ofFour));
  }
  v128.store(rowSums, sum0);
  v128.store(rowSums, sum1, 16);
  v128.store(rowSums, sum2, 32);
  v128.store(rowSums, sum3, 48);
}

/** The two upper lanes in f64. */
// @ts-ignore: decorator
@inline
function promoteHigh(four: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(four, four, 2, 3, 2, 3));
}

/** Moves `rowSums`, each added up in f64, to four f64 at `sums`. */
// @ts-ignore: decorator
@inline
export function moveRowSums(sums: usize): void {
  for (let at: usize = 0; at < 64; at += 16, sums += 8) {
    const four = v128.load(rowSums + at);
    const two = f64x2.add(f64x2.promote_low_f32x4(four), promoteHigh(four));
    const sum = f64x2.extract_lane(two, 0) + f64x2.extract_lane(two, 1);
    store<f64>(sums, load<f64>(sums) + sum);
    v128.store(rowSums + at, f32x4.splat(0));
  }
}

/** Moves the vectors of [from, to) to the f64 at `sums`, lane by lane. */
// @ts-ignore: decorator
@inline
export function moveLanes(from: usize, to: usize, sums: usize): void {
  for (let at = from; at < to; at += 16, sums += 32) {
    const four = v128.load(at);
    v128.store(sums, f64x2.add(v128.load(sums), f64x2.promote_low_f32x4(four)));
    v128.store(sums, f64x2.add(v128.load(sums, 16), promoteHigh(four)), 16);
    v128.store(at, f32x4.splat(0));
  }
}
