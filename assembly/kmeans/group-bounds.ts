/** Groups of centroids in a word of a mask. */
export const WORD: i32 = 32;
/** Farther than any centroid, and nearer than infinity. */
export const ANYWHERE: f32 = 1e38;
/** Bounds are lowered or raised by this share, which covers the few roundings of computing them. */
export const SHARE: f32 = 1.0 / <f32>(1 << 20);

/** Where the bound of a row for the first group lies; that for the next one is 64 bytes on. */
// @ts-ignore: decorator
@inline
export function boundsOf(bounds: usize, row: usize, groups: i32): usize {
  return bounds + (row >> 4) * (<usize>groups << 6) + ((row & 15) << 2);
}
