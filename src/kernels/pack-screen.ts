/** Values that `packScreen` writes for this many centroids. */
export function screenLength(count: number, columns: number): number {
  return Math.ceil(count / 4) * 4 * (columns + 1);
}

/** Values (f32) in the tile that `assignListed` works in. */
export function tileLength(columns: number): number {
  return (columns + 1) * 8;
}

/**
 * Lays centroids out for `assignListed`, in f32: groups of four, half their squared norms first and
 * then value by value. Places left over are farther than anything. Returns what no norm exceeds.
 */
export function packScreen(centroids: Float64Array, columns: number, into: Float32Array): number {
  const count = centroids.length / columns;
  const groupLength = 4 * (columns + 1);
  let largest = 0;
  into.fill(0, 0, screenLength(count, columns));
  for (let c = 0; c < Math.ceil(count / 4) * 4; c++) {
    const start = (c >> 2) * groupLength + (c & 3);
    let square = c < count ? 0 : Infinity;
    for (let j = 0; c < count && j < columns; j++) {
      const value = centroids[c * columns + j]!;
      into[start + (j + 1) * 4] = value;
      square += value * value;
    }
    into[start] = square / 2;
    if (c < count) largest = Math.max(largest, square);
  }
  return Math.sqrt(largest) * (1 + 2 ** -20);
}
