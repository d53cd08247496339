import { packPoints, packedLength } from './packing';
import type { Bench, CommandOf } from './shard-bench';
import { labelBuffer, overwriteLabels } from './shard-labels';
import type { ShardAnswers } from './shard-requests';

/** Labels rows by the centre of least absolute differences. */
export function assignAbsolute(
  bench: Bench,
  { centers, current }: CommandOf<'assign-absolute'>,
): ShardAnswers['assign-absolute'] {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const clusters = centers.length / columns;
  const length = packedLength(clusters, columns);
  const [packed = 0] = memory.scratch([length * 8]);
  packPoints(centers, columns, bench.f64(packed, length));
  const written = overwriteLabels(bench, current);
  const cost = kernels.assignAbsolute(points, packed, written, 0, rows, clusters, columns);
  const before = bench.i32(labelBuffer(bench, current), rows);
  const labels = bench.i32(written, rows);
  const counts = new Int32Array(clusters);
  const moved = new Int32Array(clusters);
  for (let i = 0; i < rows; i++) {
    const [now, old] = [labels[i]!, before[i]!];
    counts[now]!++;
    if (now === old) continue;
    moved[now]!++;
    if (old >= 0 && old < clusters) moved[old]!++;
  }
  return { counts, moved, cost };
}

/** How often each digit occurs, by cluster and column, among the values with these digits above. */
export function countDigits(bench: Bench, command: CommandOf<'count-digits'>): Int32Array {
  const { kernels, memory } = bench;
  const { wanted, prefixes, current, shift, bits } = command;
  const places = prefixes.length * 2 ** bits;
  const sizes = [wanted.byteLength, prefixes.byteLength, places * 4];
  const [wantedAt = 0, prefixesAt = 0, countsAt = 0] = memory.scratch(sizes);
  bench.i32(wantedAt, wanted.length).set(wanted);
  bench.i32(prefixesAt, prefixes.length).set(prefixes);
  const counts = bench.i32(countsAt, places).fill(0);
  const { rows, columns, points } = memory;
  const labels = labelBuffer(bench, current);
  kernels.countDigits(
    points,
    labels,
    wantedAt,
    prefixesAt,
    countsAt,
    0,
    rows,
    columns,
    shift,
    bits,
  );
  return counts.slice();
}

/** The least key above each of these, by cluster and column; all bits set where there is none. */
export function leastAbove(bench: Bench, command: CommandOf<'least-above'>): Uint32Array {
  const { kernels, memory } = bench;
  const { wanted, keys, current } = command;
  const sizes = [wanted.byteLength, keys.byteLength, keys.byteLength];
  const [wantedAt = 0, keysAt = 0, foundAt = 0] = memory.scratch(sizes);
  bench.i32(wantedAt, wanted.length).set(wanted);
  bench.i32(keysAt, keys.length).set(keys);
  const found = bench.i32(foundAt, keys.length).fill(-1);
  const { rows, columns, points } = memory;
  const labels = labelBuffer(bench, current);
  kernels.leastAbove(points, labels, wantedAt, keysAt, foundAt, 0, rows, columns);
  return Uint32Array.from(found);
}

/** Squared distances of every row to all centroids. */
export function distancesToAll(bench: Bench, centroids: Float64Array): Float32Array {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const clusters = centroids.length / columns;
  const length = packedLength(clusters, columns);
  const distances = memory.kept('distances to all', rows * clusters * 4);
  const [packed = 0] = memory.scratch([length * 8]);
  packPoints(centroids, columns, bench.f64(packed, length));
  kernels.distancesToAll(points, packed, distances, 0, rows, clusters, columns);
  return bench.f32(distances, rows * clusters).slice();
}
