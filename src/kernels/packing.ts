/** Values that `packPoints` writes for this many points. */
export function packedLength(count: number, columns: number): number {
  return Math.ceil(count / 4) * 4 * columns;
}

/**
 * Lays row-major points out for SIMD: groups of four, value j of the four side by side. Places that
 * the last group leaves over get Infinity, which is nearest to nothing.
 */
export function packPoints(points: ArrayLike<number>, columns: number, into: Float64Array): void {
  const count = points.length / columns;
  into.fill(Infinity, 0, packedLength(count, columns));
  for (let p = 0; p < count; p++) {
    const start = (p >> 2) * 4 * columns + (p & 3);
    for (let j = 0; j < columns; j++) into[start + j * 4] = points[p * columns + j]!;
  }
}

/** Values that `packScreen` writes for this many centroids. */
export function screenLength(count: number, columns: number): number {
  return Math.ceil(count / 4) * 4 * (columns + 1);
}

/** Values (f32) in the tile that `assignListed` works in. */
export function tileLength(columns: number): number {
  return (columns + 1) * 8;
}

/** Values (f32) that `weighSeeds` works in. */
export function seedTileLength(candidates: number, columns: number): number {
  return columns * 8 + (candidates + 2) * 4;
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
