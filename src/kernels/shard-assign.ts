import type { Bench, CommandOf } from './shard-bench';
import { inertiaFromSums, inertiaOf } from './shard-inertia';
import { labelBuffer } from './shard-labels';
import { layOut } from './shard-layout';
import { momentsOf } from './shard-moments';
import type { ShardAnswers } from './shard-requests';
import { bringUpToDate } from './shard-tracking';

/**
 * Labels rows with their nearest centroids and sums up the clusters. Only rows whose label may have
 * changed since the last assignment are looked at (Hamerly, 2010); labels, counts and sums are
 * those of looking at every row. The inertia comes from the sums, and is right to 1e-9 of itself;
 * where they say too little it is added up row by row.
 */
export function assign(bench: Bench, command: CommandOf<'assign'>): ShardAnswers['assign'] {
  const { centroids, current } = command;
  const clusters = centroids.length / bench.memory.columns;
  const laid = layOut(bench, centroids);
  const changed = bringUpToDate(bench, laid, command);

  const moments = momentsOf(bench);
  const { columns } = bench.memory;
  const { steps } = bench.memory.tracking();
  const { high, low, counts: countsAt, sums: sumsAt } = laid;
  bench.kernels.readSums(high, low, countsAt, steps, sumsAt, clusters, columns, moments.parts);
  const sums = bench.f64(sumsAt, centroids.length).slice();
  const counts = bench.i32(countsAt, clusters).slice();
  const estimate = inertiaFromSums(moments, { centroids, sums, counts });
  const inertia = estimate ?? inertiaOf(bench, centroids, labelBuffer(bench, current ^ 1));
  return { sums, counts, inertia, changed };
}
