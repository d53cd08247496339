import { toPixel } from './domain';
import type { Domain, Points, Size } from './domain';
import { countInside, gatherAround } from './grid';
import type { Grid } from './grid';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What lies under the cursor: rows by group, most first; −1 is noise. */
export interface SpotCount {
  readonly total: number;
  readonly groups: readonly {
    readonly index: number;
    readonly count: number;
    readonly share: number;
  }[];
}

/** Radius around the cursor in pixels of the page. */
export const SPOT_RADIUS = 10;

/** Counts the shown rows within a few pixels of a place of the frame. */
export function countAt(
  grid: Grid,
  frame: { readonly domain: Domain; readonly size: Size; readonly hidden: ReadonlySet<number> },
  spot: Spot,
): SpotCount {
  const { domain, size, hidden } = frame;
  const x = domain.x0 + (spot.x / size.width) * (domain.x1 - domain.x0);
  const y = domain.y1 - (spot.y / size.height) * (domain.y1 - domain.y0);
  const perColumn = (grid.domain.x1 - grid.domain.x0) / grid.columns;
  const perRow = (grid.domain.y1 - grid.domain.y0) / grid.rows;
  const radius = Math.round((SPOT_RADIUS / size.width) * grid.columns);
  const at = {
    column: Math.floor((x - grid.domain.x0) / perColumn),
    row: Math.floor((grid.domain.y1 - y) / perRow),
    radius: Math.max(1, radius),
  };
  const indexOf = (plane: number) => (plane === grid.planes - 1 ? -1 : plane);
  const counts = gatherAround(grid, at, (plane) => !hidden.has(indexOf(plane)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const groups = counts
    .map((count, plane) => ({ index: indexOf(plane), count, share: total > 0 ? count / total : 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return { total, groups };
}

/** Moves a spot by a step and says how far it would leave the frame, so that the picture can follow. */
export function moveSpot(
  spot: Spot,
  step: Spot,
  size: Size,
): { readonly spot: Spot; readonly beyond: Spot } {
  const wanted = { x: spot.x + step.x, y: spot.y + step.y };
  const kept = {
    x: Math.min(size.width, Math.max(0, wanted.x)),
    y: Math.min(size.height, Math.max(0, wanted.y)),
  };
  return { spot: kept, beyond: { x: wanted.x - kept.x, y: wanted.y - kept.y } };
}

/** Left and top of the tip: beside the cursor, on the side that has room. */
export function placeTip(
  spot: Spot,
  tip: Size,
  size: Size,
): { readonly left: number; readonly top: number } {
  const gap = 16;
  const right = spot.x + gap;
  const left = right + tip.width <= size.width ? right : spot.x - gap - tip.width;
  return {
    left: Math.max(0, Math.min(left, size.width - tip.width)),
    top: Math.max(0, Math.min(spot.y - tip.height / 2, size.height - tip.height)),
  };
}

/** How far from the middle of a mark it still is under the pointer. */
const MARK_RADIUS = 15;

/** The mark under a place of the frame, the nearest if there are several; null for none. */
export function markAt(
  spot: Spot,
  marks: readonly { readonly index: number; readonly x: number; readonly y: number }[],
  { domain, size }: { readonly domain: Domain; readonly size: Size },
): number | null {
  let [found, least] = [null as number | null, MARK_RADIUS];
  for (const mark of marks) {
    const at = toPixel(domain, size, mark);
    const distance = Math.hypot(at.x - spot.x, at.y - spot.y);
    if (distance <= least) [found, least] = [mark.index, distance];
  }
  return found;
}

/** The shown row nearest to a place, among the few that are drawn one by one; null for none near. */
export function nearestRow(
  { grid, points }: { readonly grid: Grid; readonly points: Points },
  frame: { readonly domain: Domain; readonly size: Size; readonly hidden: ReadonlySet<number> },
  spot: Spot,
): number | null {
  const { domain, size, hidden } = frame;
  let [found, least] = [null as number | null, SPOT_RADIUS];
  const count = Math.min(grid.first.length, countInside(grid));
  for (let i = 0; i < count; i++) {
    const row = grid.first[i]!;
    if (hidden.has(Math.max(-1, points.labels[row]!))) continue;
    const at = toPixel(domain, size, { x: points.x[row]!, y: points.y[row]! });
    const distance = Math.hypot(at.x - spot.x, at.y - spot.y);
    if (distance <= least) [found, least] = [row, distance];
  }
  return found;
}
