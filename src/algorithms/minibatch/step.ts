import type { Matrix } from '../../core/matrix';
import { chooseDistinct, type Random } from '../../core/random';

/** Centroids that learn from one batch of rows after the other. */
export interface Learner {
  /** Row-major clusters × columns; changed by each step. */
  readonly centroids: Float64Array;
  /** Rows that each centroid has learned from; changed by each step. */
  readonly weights: Float64Array;
}

/** A centroid that has learned from less than this share of what the busiest has is moved. */
const REASSIGNMENT_RATIO = 0.01;

/**
 * One step (Sculley 2010): labels the rows of a batch by their nearest centroid (ties: the lower
 * index) and moves each centroid towards the mean of its rows, the less the more rows it has
 * learned from. Returns the batch's inertia before the move. f64 arithmetic, rows in order.
 */
export function learnFrom(batch: Matrix, { centroids, weights }: Learner): number {
  const { rows, columns, values } = batch;
  const sums = new Float64Array(centroids.length);
  const counts = new Float64Array(weights.length);
  let inertia = 0;
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const { label, squaredDistance } = nearest(own, centroids);
    inertia += squaredDistance;
    counts[label]!++;
    for (let j = 0; j < columns; j++) sums[label * columns + j]! += own[j]!;
  }
  for (let c = 0; c < weights.length; c++) {
    if (counts[c] === 0) continue;
    const learned = weights[c]!;
    weights[c] = learned + counts[c]!;
    for (let j = 0; j < columns; j++) {
      const at = c * columns + j;
      centroids[at] = (centroids[at]! * learned + sums[at]!) / weights[c]!;
    }
  }
  return inertia;
}

function nearest(
  row: Float32Array,
  centroids: Float64Array,
): { readonly label: number; readonly squaredDistance: number } {
  const columns = row.length;
  let label = 0;
  let least = Infinity;
  for (let c = 0, start = 0; start < centroids.length; c++, start += columns) {
    let sum = 0;
    for (let j = 0; j < columns; j++) {
      const difference = row[j]! - centroids[start + j]!;
      sum += difference * difference;
    }
    if (sum < least) {
      least = sum;
      label = c;
    }
  }
  return { label, squaredDistance: least };
}

/**
 * Moves centroids that learn from hardly any rows to rows of the batch, drawn at random, at most
 * half as many as the batch has rows (those that learned least). As in scikit-learn they then count
 * as having learned as much as the least of the others, so that they are not moved again at once.
 */
export function moveIdle(batch: Matrix, { centroids, weights }: Learner, random: Random): void {
  const { rows, columns, values } = batch;
  const busiest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const idle = [...weights.keys()]
    .filter((c) => weights[c]! < REASSIGNMENT_RATIO * busiest)
    .sort((a, b) => weights[a]! - weights[b]! || a - b)
    .slice(0, Math.floor(rows / 2));
  if (idle.length === 0) return;
  const chosen = chooseDistinct(random, idle.length, rows);
  const others = [...weights.keys()].filter((c) => !idle.includes(c));
  const least = others.reduce((found, c) => Math.min(found, weights[c]!), Infinity);
  idle.forEach((c, i) => {
    const row = chosen[i]!;
    centroids.set(values.subarray(row * columns, (row + 1) * columns), c * columns);
    weights[c] = least;
  });
}
