import { areaTest, type Polygon } from '../../core/polygon';
import type { SpotCount } from './cursor';
import type { Points } from './domain';

/** Rows between two pauses: a millisecond or two. */
const BLOCK_ROWS = 16_384;

/** Counts the rows in an area by group, in small steps. */
export function* countArea(points: Points, area: Polygon): Generator<void, SpotCount> {
  const { x, y, labels, groups } = points;
  const isInside = areaTest(area);
  // Noise, label −1, comes first.
  const counts = new Uint32Array(groups + 1);
  for (let from = 0; from < x.length; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, x.length);
    for (let i = from; i < to; i++) if (isInside(x[i]!, y[i]!)) counts[labels[i]! + 1]!++;
    yield;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    total,
    groups: Array.from(counts, (count, i) => ({ index: i - 1, count, share: count / total }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}
