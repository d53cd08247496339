import { SHARE } from './group-bounds';
import { distancesAtLeast } from './row-in-hand';

/** Sets the bounds of the groups looked at; the label, which lies at `nearest`, is left out. */
// @ts-ignore: decorator
@inline
export function setBounds(
  bounds: usize, paths: usize, list: usize, lows: usize, count: i32, nearest: usize,
): void {
  const best = nearest & ~15;
  const isBest = i32x4.eq(i32x4(0, 4, 8, 12), i32x4.splat(<i32>(nearest & 15)));
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
    const i = <usize>load<i32>(list), j = <usize>load<i32>(list, 4);
    const k = <usize>load<i32>(list, 8), l = <usize>load<i32>(list, 12);
    let path = v128.load32_zero(paths + (i << 2));
    path = v128.load_lane<f32>(paths + (j << 2), path, 1);
    path = v128.load_lane<f32>(paths + (k << 2), path, 2);
    path = v128.load_lane<f32>(paths + (l << 2), path, 3);
    const now = f32x4.mul(f32x4.add(distances, path), f32x4.splat(1.0 - SHARE));
    v128.store_lane<f32>(bounds + (i << 6), now, 0);
    v128.store_lane<f32>(bounds + (j << 6), now, 1);
    v128.store_lane<f32>(bounds + (k << 6), now, 2);
    v128.store_lane<f32>(bounds + (l << 6), now, 3);
  }
}
