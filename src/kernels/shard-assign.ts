import type { Bench, CommandOf } from './shard-bench';
import { inertiaFromSums, inertiaOf } from './shard-inertia';
import { countDifferent, labelBuffer } from './shard-labels';
import { layOut } from './shard-layout';
import type { ShardAnswers } from './shard-requests';
import { bringUpToDate } from './shard-tracking';

/**
 * Labels rows with their nearest centroids and sums up the clusters. Only rows whose label may have
 * changed since the last assignment are looked at (Hamerly, 2010); labels, counts and sums are
 * those of looking at every row. The inertia is added up row by row when all rows were looked at;
 * otherwise it comes from the sums, and is right to 1e-9 of itself.
 */
export function assign(bench: Bench, command: CommandOf<'assign'>): ShardAnswers['assign'] {
  const { memory } = bench;
  const { centroids, current } = command;
  const clusters = centroids.length / memory.columns;
  const laid = layOut(bench, centroids);
  const { moved, isWhole } = bringUpToDate(bench, laid, centroids);
  const tracking = bench.tracking.now!;

  const own = bench.i32(memory.tracking().labels, memory.rows);
  const before = bench.i32(labelBuffer(bench, current), memory.rows);
  const changed =
    !isWhole && tracking.buffer === (current & 1) ? moved : countDifferent(own, before);
  bench.i32(labelBuffer(bench, current ^ 1), memory.rows).set(own);
  tracking.buffer = (current & 1) ^ 1;

  const low = bench.f64(laid.low, centroids.length);
  const sums = bench.f64(laid.high, centroids.length).map((sum, i) => sum + low[i]!);
  const counts = bench.i32(laid.counts, clusters).slice();
  // What the inertia about one point is good for later should not rest on an earlier difference.
  const estimate = isWhole || clusters === 1 ? 0 : inertiaFromSums(tracking, sums, counts);
  const inertia = estimate > 0 ? estimate : inertiaOf(bench, centroids, memory.tracking().labels);
  if (clusters === 1) tracking.reference = { point: centroids, inertia };
  return { sums, counts, inertia, changed };
}
