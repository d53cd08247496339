import { packPoints, packedLength } from './kernels';
import type { Bench, CommandOf } from './shard-bench';
import { labelBuffer } from './shard-labels';
import type { ShardAnswers } from './shard-requests';

/** What all rows are to their clusters and to these centroids, in one pass. */
export function measure(bench: Bench, command: CommandOf<'measure'>): ShardAnswers['measure'] {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const { centroids, current } = command;
  const clusters = centroids.length / columns;
  const length = packedLength(clusters, columns);
  const [packedAt = 0, totalsAt = 0, sumsAt = 0, countsAt = 0] = memory.scratch([
    length * 8,
    clusters * 24,
    clusters * columns * 8,
    clusters * 4,
  ]);
  packPoints(centroids, columns, bench.f64(packedAt, length));
  const totals = bench.f64(totalsAt, clusters * 3).fill(0);
  const sums = bench.f64(sumsAt, clusters * columns).fill(0);
  const counts = bench.i32(countsAt, clusters).fill(0);
  const labels = labelBuffer(bench, current);
  kernels.sumByLabel(points, labels, sumsAt, countsAt, 0, rows, columns);
  kernels.measureByLabel(points, packedAt, labels, totalsAt, 0, rows, clusters, columns);
  const every = (which: number): Float64Array =>
    Float64Array.from({ length: clusters }, (_, c) => totals[3 * c + which]!);
  return {
    sums: sums.slice(),
    counts: counts.slice(),
    squared: every(0),
    distances: every(1),
    silhouettes: every(2),
  };
}
