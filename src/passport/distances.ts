import type { Matrix } from '../core/matrix';
import type { Distance } from './passport';

/** How far each row is from the centroid of its label, and from the nearest other one. */
export interface Nearness {
  /** NaN for noise. */
  readonly own: Float64Array;
  /** Infinity where there is no other centroid. */
  readonly other: Float64Array;
}

const BLOCK_VALUES = 2 ** 20;

/**
 * Distances of labelled rows to the centroids (row-major clusters × columns), in f64, column by
 * column in order. Yields the share done after each block of rows.
 */
export function* measureRows(
  { rows, columns, values }: Matrix,
  labels: Int32Array,
  { centroids, distance }: { readonly centroids: Float64Array; readonly distance: Distance },
): Generator<number, Nearness> {
  const own = new Float64Array(rows);
  const other = new Float64Array(rows);
  const clusters = columns === 0 ? 0 : centroids.length / columns;
  const between = distance === 'manhattan' ? absolute : squared;
  const finish = distance === 'manhattan' ? (sum: number) => sum : Math.sqrt;
  const block = Math.max(1, Math.floor(BLOCK_VALUES / (columns * Math.max(1, clusters))));
  for (let row = 0; row < rows; row++) {
    let nearest = Infinity;
    own[row] = NaN;
    for (let cluster = 0; cluster < clusters; cluster++) {
      const sum = between(values, row * columns, { centroids, at: cluster * columns, columns });
      if (cluster === labels[row]) own[row] = finish(sum);
      else if (sum < nearest) nearest = sum;
    }
    other[row] = finish(nearest);
    if (row % block === block - 1) yield (row + 1) / rows;
  }
  return { own, other };
}

interface To {
  readonly centroids: Float64Array;
  readonly at: number;
  readonly columns: number;
}

function squared(values: Float32Array, from: number, { centroids, at, columns }: To): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const difference = values[from + j]! - centroids[at + j]!;
    sum += difference * difference;
  }
  return sum;
}

function absolute(values: Float32Array, from: number, { centroids, at, columns }: To): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += Math.abs(values[from + j]! - centroids[at + j]!);
  return sum;
}
