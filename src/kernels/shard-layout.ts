import { packedLength, screenLength, tileLength } from './packing';
import type { Bench } from './shard-bench';

/** Where things lie for one number of clusters. */
export interface Laid {
  readonly packed: number;
  readonly screen: number;
  readonly tile: number;
  readonly drifts: number;
  readonly rowMajor: number;
  readonly high: number;
  readonly low: number;
  readonly counts: number;
  readonly sums: number;
}

/** Reserves what an assignment needs, for one number of clusters. */
export function layOut(bench: Bench, centroids: Float64Array): Laid {
  const { memory } = bench;
  const { columns } = memory;
  const clusters = centroids.length / columns;
  const length = packedLength(clusters, columns);
  const laid = {
    packed: memory.kept('packed', length * 8),
    screen: memory.kept('screen', screenLength(clusters, columns) * 4),
    tile: memory.kept('tile', tileLength(columns) * 4),
    drifts: memory.kept('drifts', clusters * 4),
    rowMajor: memory.kept('centroids', centroids.byteLength),
    high: memory.kept('high', centroids.byteLength),
    low: memory.kept('low', centroids.byteLength),
    counts: memory.kept('counts', clusters * 4),
    sums: memory.kept('sums', centroids.byteLength),
  };
  memory.tracking();
  return laid;
}
