import { packPoints, packedLength } from './packing';
import type { Bench, CommandOf } from './shard-bench';
import { labelBuffer, sumByLabel } from './shard-labels';
import type { ShardAnswers } from './shard-requests';

/** What all rows are to their clusters and to these centroids, in one pass. */
export function measure(bench: Bench, command: CommandOf<'measure'>): ShardAnswers['measure'] {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const { centroids, current } = command;
  const clusters = centroids.length / columns;
  const length = packedLength(clusters, columns);
  const summed = sumByLabel(bench, current, clusters);
  const [packedAt = 0, totalsAt = 0] = memory.scratch([length * 8, clusters * 24]);
  packPoints(centroids, columns, bench.f64(packedAt, length));
  const totals = bench.f64(totalsAt, clusters * 3).fill(0);
  const labels = labelBuffer(bench, current);
  kernels.measureByLabel(points, packedAt, labels, totalsAt, 0, rows, clusters, columns);
  const every = (which: number): Float64Array =>
    Float64Array.from({ length: clusters }, (_, c) => totals[3 * c + which]!);
  return { ...summed, squared: every(0), distances: every(1), silhouettes: every(2) };
}
