import type { TextStore } from './text-store';

/**
 * True when more than `limit` of the first cells are neither missing nor fit: then no array needs to be
 * made for the others. Looks at twice as many cells at most.
 */
export function isHopeless(
  store: TextStore,
  limit: number,
  fits: (bytes: Uint8Array, from: number, to: number) => boolean,
): boolean {
  if (limit >= store.rows) return false;
  let [bad, good] = [0, 0];
  for (const { bytes, ends, rows } of store.blocks) {
    let from = 0;
    for (let i = 0; i < rows; i++) {
      const to = ends[i]!;
      if (store.missing.has(bytes, from, to) || fits(bytes, from, to)) good++;
      else bad++;
      if (bad > limit) return true;
      if (good > limit) return false;
      from = to;
    }
  }
  return false;
}
