import type { Assignment, FarRow, LabelTotals, ShardWork } from '../core/shards';
import { addTo, ask, askAll, shardsOf, type Cut } from './row-shards-ask';

export async function* assign(cut: Cut, centroids: Float64Array): ShardWork<Assignment> {
  const parts = yield* askAll(cut, { kind: 'assign', current: cut.current, centroids } as const);
  cut.current ^= 1;
  const sums = new Float64Array(centroids.length);
  const counts = new Int32Array(centroids.length / cut.columns);
  let inertia = 0;
  let changed = 0;
  for (const part of parts) {
    addTo(sums, part.sums);
    addTo(counts, part.counts);
    inertia += part.inertia;
    changed += part.changed;
  }
  return { sums, counts, inertia, changed };
}

export async function* inertia(cut: Cut, centroids: Float64Array): ShardWork<number> {
  const parts = yield* askAll(cut, { kind: 'inertia', current: cut.current, centroids } as const);
  return parts.reduce((sum, part) => sum + part, 0);
}

export async function* label(cut: Cut, labels: Int32Array): ShardWork<void> {
  const requests = shardsOf(cut).map((shard) => {
    const part = labels.slice(cut.bounds[shard], cut.bounds[shard + 1]);
    return { shard, command: { kind: 'label', current: cut.current, labels: part } as const };
  });
  yield* ask(cut, requests);
  cut.current ^= 1;
}

export async function* labels(cut: Cut): ShardWork<Int32Array> {
  const parts = yield* askAll(cut, { kind: 'labels', current: cut.current } as const);
  const all = new Int32Array(cut.rows);
  parts.forEach((part, shard) => all.set(part, cut.bounds[shard]));
  return all;
}

export async function* sumByLabel(
  cut: Cut,
  clusters: number,
): ShardWork<{ sums: Float64Array; counts: Int32Array }> {
  const command = { kind: 'sum-by-label', current: cut.current, clusters } as const;
  const parts = yield* askAll(cut, command);
  const sums = new Float64Array(clusters * cut.columns);
  const counts = new Int32Array(clusters);
  for (const part of parts) {
    addTo(sums, part.sums);
    addTo(counts, part.counts);
  }
  return { sums, counts };
}

export async function* measure(cut: Cut, centroids: Float64Array): ShardWork<LabelTotals> {
  const parts = yield* askAll(cut, { kind: 'measure', current: cut.current, centroids } as const);
  const clusters = centroids.length / cut.columns;
  const total = {
    sums: new Float64Array(centroids.length),
    counts: new Int32Array(clusters),
    squared: new Float64Array(clusters),
    distances: new Float64Array(clusters),
    silhouettes: new Float64Array(clusters),
  };
  for (const part of parts) {
    addTo(total.sums, part.sums);
    addTo(total.counts, part.counts);
    addTo(total.squared, part.squared);
    addTo(total.distances, part.distances);
    addTo(total.silhouettes, part.silhouettes);
  }
  return total;
}

export async function* farthest(
  cut: Cut,
  centroids: Float64Array,
  count: number,
): ShardWork<readonly FarRow[]> {
  const command = { kind: 'farthest', current: cut.current, centroids, count } as const;
  const parts = yield* askAll(cut, command);
  const rows = parts.flatMap((part, shard) =>
    Array.from(part.rows, (row, i) => ({
      row: cut.bounds[shard]! + row,
      label: part.labels[i]!,
      squaredDistance: part.squaredDistances[i]!,
      values: part.values.slice(i * cut.columns, (i + 1) * cut.columns),
    })),
  );
  rows.sort((a, b) => b.squaredDistance - a.squaredDistance || a.row - b.row);
  return rows.slice(0, count);
}
