import { eightProducts, fourProducts, second } from './code-products';
import { SHARE } from './group-bounds';
import { inverse } from './row-in-hand';

/** Bytes of the terms of a group. */
export const TERMS: usize = 48;

/** The least that the distances of a group, in steps, can be. */
// @ts-ignore: decorator
@inline
export function lookAt(row: usize, end: usize, codes: usize, terms: usize, group: i32): v128 {
  const groupCodes = codes + <usize>group * ((end - row) << 2);
  return leastBy(fourProducts(row, end, groupCodes), terms + <usize>group * TERMS, inverse);
}

/** Leaves that of all groups for two rows, the second one `apart` bytes behind the first. */
// @ts-ignore: decorator
@inline
export function lookAtAll(
  row: usize, other: usize, end: usize, codes: usize, terms: usize,
  inverse: f32, otherInverse: f32, lows: usize, apart: usize, groups: i32,
): void {
  for (let group = 0; group < groups; group++, terms += TERMS, lows += 16) {
    const products = eightProducts(row, other, end, codes);
    v128.store(lows, leastBy(products, terms, inverse));
    v128.store(lows + apart, leastBy(v128.load(second), terms, otherInverse));
    codes += (end - row) << 2;
  }
}

// @ts-ignore: decorator
@inline
function leastBy(products: v128, term: usize, inverse: f32): v128 {
  const half = f32x4.mul(v128.load(term), f32x4.splat(inverse));
  const product = f32x4.mul(f32x4.convert_i32x4_s(products), v128.load(term, 16));
  return f32x4.sub(f32x4.sub(half, product), v128.load(term, 32));
}

/** By how much the distance of a centroid, in steps, may be above the least that it can be. */
// @ts-ignore: decorator
@inline
export function most(index: i32, least: f32, terms: usize): f32 {
  const at = terms + <usize>(index >> 2) * TERMS + (<usize>(index & 3) << 2);
  const wrong = load<f32>(at, 32);
  return least + (wrong + wrong + load<f32>(at) * inverse * (5 * SHARE));
}
