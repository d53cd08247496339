/**
 * Squared distances between boxes, `lanes` values a corner (a multiple of four), in f32. Each is
 * off by no more than a distance between rows, so the limits of `setRadius` are safe for them.
 */

/** The least squared distance that rows in two boxes can have. */
// @ts-ignore: decorator
@inline
export function boxGap(a: usize, b: usize, lanes: i32): f32 {
  const upper = <usize>lanes << 2;
  const end = a + upper;
  let sum = f32x4.splat(0);
  for (; a < end; a += 16, b += 16) {
    const after = f32x4.sub(v128.load(b), v128.load(a + upper));
    const before = f32x4.sub(v128.load(a), v128.load(b + upper));
    const gap = f32x4.pmax(f32x4.splat(0), f32x4.pmax(after, before));
    sum = f32x4.add(sum, f32x4.mul(gap, gap));
  }
  return addLanes(sum);
}

/** The greatest squared distance that rows in two boxes can have. */
// @ts-ignore: decorator
@inline
export function boxReach(a: usize, b: usize, lanes: i32): f32 {
  const upper = <usize>lanes << 2;
  const end = a + upper;
  let sum = f32x4.splat(0);
  for (; a < end; a += 16, b += 16) {
    const after = f32x4.sub(v128.load(b + upper), v128.load(a));
    const before = f32x4.sub(v128.load(a + upper), v128.load(b));
    const reach = f32x4.pmax(after, before);
    sum = f32x4.add(sum, f32x4.mul(reach, reach));
  }
  return addLanes(sum);
}

/** The least squared distance from a point, filled up with zeros, to rows in a box. */
// @ts-ignore: decorator
@inline
export function pointGap(point: usize, box: usize, lanes: i32): f32 {
  const upper = <usize>lanes << 2;
  const end = point + upper;
  let sum = f32x4.splat(0);
  for (; point < end; point += 16, box += 16) {
    const x = v128.load(point);
    const after = f32x4.sub(v128.load(box), x);
    const before = f32x4.sub(x, v128.load(box + upper));
    const gap = f32x4.pmax(f32x4.splat(0), f32x4.pmax(after, before));
    sum = f32x4.add(sum, f32x4.mul(gap, gap));
  }
  return addLanes(sum);
}

// @ts-ignore: decorator
@inline
function addLanes(sum: v128): f32 {
  const two = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1));
  return f32x4.extract_lane(two, 0) + f32x4.extract_lane(two, 1);
}
