import { defineCompute } from '../../core/cell-compute';
import { paced } from '../../core/job';
import type { ClusteringValue } from '../../core/values';
import { optimalLeafOrder } from '../../metrics/leaf-order';
import { linkage, type Merge } from '../../metrics/linkage';
import { profileDistances } from '../../metrics/profile-distances';
import { definition } from './definition';
import type { DendrogramDisplay, SegmentMerge } from './display';
import { lossesByMerges, naturalGroups } from './loss';

const AT = { done: 0, total: 1, phase: 'link-centres' };

export default defineCompute(definition, async function* ({ rule }, { clustering }) {
  yield AT;
  const { sizes } = clustering;
  const distances = profileDistances(centresOf(clustering));
  const squared = distances.map((distance) => distance * distance);
  const links = linkage(rule === 'ward' ? squared : distances, sizes, rule);
  const merges = withSegments(links, sizes.length);
  const order = sizes.length === 0 ? [] : yield* paced(optimalLeafOrder(distances, links), AT);
  const measured = { sizes, squared: Array.from(squared), between: betweenOf(clustering) };
  const lost = lossesByMerges({ ...measured, merges });
  const heights = merges.map(({ height }) => height);
  const display: DendrogramDisplay = {
    rows: sizes.reduce((sum, size) => sum + size, 0),
    ...measured,
    merges,
    order,
    natural: naturalGroups(heights, lost),
  };
  return { value: null, display };
});

function centresOf({ centroids, clusters, columns }: ClusteringValue): number[][] {
  return Array.from({ length: clusters }, (_, c) =>
    Array.from(centroids.subarray(c * columns, (c + 1) * columns)),
  );
}

function withSegments(links: readonly Merge[], count: number): SegmentMerge[] {
  const inside: number[][] = Array.from({ length: count }, (_, segment) => [segment]);
  return links.map(({ a, b, height }) => {
    const segments = [...inside[a]!, ...inside[b]!].sort((x, y) => x - y);
    inside.push(segments);
    return { a, b, height, segments };
  });
}

/** Weighted by size, about the mean of all rows: that of centres weighted by their sizes. */
function betweenOf({ centroids, clusters, columns, sizes }: ClusteringValue): number {
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  let between = 0;
  for (let j = 0; j < columns; j++) {
    let weighted = 0;
    for (let c = 0; c < clusters; c++) weighted += sizes[c]! * centroids[c * columns + j]!;
    for (let c = 0; c < clusters; c++) {
      between += sizes[c]! * (centroids[c * columns + j]! - weighted / rows) ** 2;
    }
  }
  return between;
}
