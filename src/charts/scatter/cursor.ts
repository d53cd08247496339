import type { Domain, Size } from './domain';
import { gatherAround } from './grid';
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
