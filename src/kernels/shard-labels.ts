import type { Bench, CommandOf } from './shard-bench';
import type { ShardAnswers } from './shard-requests';

export function labelsInForce(bench: Bench, current: number): Int32Array {
  return bench.i32(labelBuffer(bench, current), bench.memory.rows);
}

/** One of the two label buffers: that in force by `current`, that to be written by its opposite. */
export function labelBuffer(bench: Bench, current: number): number {
  return bench.memory.labels[current & 1 ? 1 : 0];
}

export function label(bench: Bench, command: CommandOf<'label'>): null {
  const at = overwriteLabels(bench, command.current);
  bench.i32(at, bench.memory.rows).set(command.labels);
  return null;
}

/** The buffer that is not in force, to be written by whoever asks; assignments begin anew. */
export function overwriteLabels(bench: Bench, current: number): number {
  const known = bench.tracking.now;
  // What was assigned is overwritten, or is no longer what the other buffer differs from by a trail.
  if (known?.buffer === ((current & 1) ^ 1)) bench.tracking.now = undefined;
  else if (known) known.trail = undefined;
  return labelBuffer(bench, current ^ 1);
}

export function sumByLabel(
  bench: Bench,
  current: number,
  clusters: number,
): ShardAnswers['sum-by-label'] {
  const { kernels, memory } = bench;
  const { rows, columns } = memory;
  const [sumsAt = 0, countsAt = 0] = memory.scratch([clusters * columns * 8, clusters * 4]);
  const labels = labelBuffer(bench, current);
  const sums = bench.f64(sumsAt, clusters * columns).fill(0);
  const counts = bench.i32(countsAt, clusters).fill(0);
  kernels.sumByLabel(memory.points, labels, sumsAt, countsAt, 0, rows, columns);
  return { sums: sums.slice(), counts: counts.slice() };
}

/** Squared distances of every row to the centroid of its label; good until the next command. */
function distancesToLabel(bench: Bench, centroids: Float64Array, current: number): Float64Array {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const distances = memory.rowNumbers();
  const [at = 0] = memory.scratch([centroids.byteLength]);
  bench.f64(at, centroids.length).set(centroids);
  const labels = labelBuffer(bench, current);
  kernels.distancesToLabel(points, at, labels, distances, 0, rows, columns);
  return bench.f64(distances, rows);
}

export function farthest(bench: Bench, command: CommandOf<'farthest'>): ShardAnswers['farthest'] {
  const { rows: size, columns } = bench.memory;
  const distances = distancesToLabel(bench, command.centroids, command.current);
  const rows = rowsOfLargest(distances, Math.min(command.count, size));
  const labels = labelsInForce(bench, command.current);
  const points = bench.f32(bench.memory.points, size * columns);
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    values.set(points.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return {
    rows: Uint32Array.from(rows),
    labels: Int32Array.from(rows, (row) => labels[row]!),
    squaredDistances: Float64Array.from(rows, (row) => distances[row]!),
    values,
  };
}

/** The rows of the `count` largest numbers, largest first, of equal ones the lower row first. */
function rowsOfLargest(numbers: Float64Array, count: number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const last = rows[count - 1];
    if (last !== undefined && numbers[last]! >= numbers[i]!) continue;
    let place = rows.length;
    while (place > 0 && numbers[rows[place - 1]!]! < numbers[i]!) place--;
    rows.splice(place, 0, i);
    if (rows.length > count) rows.pop();
  }
  return rows;
}
