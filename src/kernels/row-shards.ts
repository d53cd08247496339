import type { Neighbors } from '../core/neighbors';
import { shardBounds, type Shards } from '../core/shards';
import type { Cut } from './row-shards-ask';
import { assign, farthest, inertia, label, labels, measure, sumByLabel } from './row-shards-labels';
import { assignAbsolute, distancesToAll, medians } from './row-shards-medians';
import { moments } from './row-shards-moments';
import { sumPairDistances } from './row-shards-pairs';
import { rowsAt } from './row-shards-rows';
import { addSeeds, drawRows, heaviestRow, weighSeeds } from './row-shards-seeds';
import type { ShardRunner } from './shard-requests';

/**
 * The port to shards over whatever runs their commands. All adding up of partial results happens
 * here, in shard order, so every runner gives the same bits.
 */
export function createRowShards(
  size: { readonly rows: number; readonly columns: number },
  runner: ShardRunner,
  neighbors: Neighbors,
): Shards {
  const { rows, columns } = size;
  const bounds = shardBounds(rows, columns);
  const cut: Cut = { rows, columns, bounds, runner, current: 0, seeds: undefined };
  return {
    rows,
    columns,
    assign: (centroids) => assign(cut, centroids),
    moments: () => moments(cut),
    inertia: (centroids) => inertia(cut, centroids),
    label: (given) => label(cut, given),
    labels: () => labels(cut),
    sumByLabel: (clusters) => sumByLabel(cut, clusters),
    measure: (centroids) => measure(cut, centroids),
    farthest: (centroids, count) => farthest(cut, centroids, count),
    rowsAt: (chosen) => rowsAt(cut, chosen),
    addSeeds: (seeds, isFirst) => addSeeds(cut, seeds, isFirst),
    weighSeeds: (candidates) => weighSeeds(cut, candidates),
    drawRows: (shares) => drawRows(cut, shares),
    heaviestRow: () => heaviestRow(cut),
    assignAbsolute: (centers) => assignAbsolute(cut, centers),
    medians: (wanted) => medians(cut, wanted),
    distancesToAll: (centroids) => distancesToAll(cut, centroids),
    sumPairDistances: (points, ends) => sumPairDistances(cut, points, ends),
    neighbors,
    release: runner.release,
  };
}
