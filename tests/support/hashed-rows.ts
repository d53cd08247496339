import type { Matrix } from '../../src/core/matrix';

/** MurmurHash3's finalizer: every whole number gets 32 bits that look drawn. */
function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Rows that need no generator and no file, so that an oracle in another language makes the same
 * bits (see `kmeans-float64.py`): `blobs` are round clouds, `skew` their fourth powers, with long
 * tails. Whole numbers and exact steps only.
 */
export function hashedRows(
  {
    rows,
    columns,
    clouds,
  }: { readonly rows: number; readonly columns: number; readonly clouds: number },
  shape: 'blobs' | 'skew',
): Matrix {
  const values = new Float32Array(rows * columns);
  for (let i = 0; i < values.length; i++) {
    const row = Math.floor(i / columns);
    const cloud = mixed(row ^ 0x5bd1e995) % clouds;
    const center = (mixed(cloud * columns + (i % columns) + 0x1000_0000) & 0xffff) * 4;
    let sum = 0;
    for (let draw = 0; draw < 8; draw++) sum += mixed(i * 8 + draw) & 0xffff;
    const value = (center + sum) / 65_536;
    values[i] = shape === 'blobs' ? value : value * value * (value * value);
  }
  return { rows, columns, values };
}
