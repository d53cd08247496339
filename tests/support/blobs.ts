import type { Matrix } from '../../src/core/matrix';
import { createRandom } from '../../src/core/random';

/** A matrix from lines of numbers. */
export function matrixOf(lines: readonly (readonly number[])[]): Matrix {
  const columns = lines[0]?.length ?? 1;
  return { rows: lines.length, columns, values: Float32Array.from(lines.flat()) };
}

/**
 * Round clouds of rows about centers drawn from [−10, 10): row i belongs to cloud i mod clusters.
 * `spread` is the standard deviation within a cloud.
 */
export function blobs(options: {
  readonly clusters: number;
  readonly rows: number;
  readonly columns?: number;
  readonly spread?: number;
  readonly seed?: number;
}): { readonly matrix: Matrix; readonly truth: Int32Array } {
  const { clusters, rows, columns = 2, spread = 1, seed = 1 } = options;
  const random = createRandom(seed, 'blobs');
  const centers = Float64Array.from({ length: clusters * columns }, () => random.next() * 20 - 10);
  const values = new Float32Array(rows * columns);
  for (let i = 0; i < values.length; i++) {
    // The sum of twelve uniform numbers has variance one and is close to normal.
    let normal = -6;
    for (let draw = 0; draw < 12; draw++) normal += random.next();
    const cloud = Math.floor(i / columns) % clusters;
    values[i] = centers[cloud * columns + (i % columns)]! + spread * normal;
  }
  const truth = Int32Array.from({ length: rows }, (_, row) => row % clusters);
  return { matrix: { rows, columns, values }, truth };
}
