import type { Domain, Points } from './domain';

/** Counts of rows in small squares, by group; noise is the last plane. */
export interface Grid {
  readonly domain: Domain;
  readonly columns: number;
  readonly rows: number;
  /** Groups and one more for noise. */
  readonly planes: number;
  /** Count at `(row * columns + column) * planes + plane`; rows go down. */
  readonly counts: Uint32Array;
  /** Rows within the domain, by plane. */
  readonly inside: Uint32Array;
  /** The first rows within the domain, for pictures of single rows. */
  readonly first: Uint32Array;
}

/** As many rows as are worth drawing one by one. */
export const FIRST_ROWS = 8000;

/** An empty grid; a `spare` of the same shape gives its memory, which the caller may not use again. */
export function createGrid(
  domain: Domain,
  shape: { readonly columns: number; readonly rows: number; readonly groups: number },
  spare?: Grid,
): Grid {
  const planes = shape.groups + 1;
  const length = shape.columns * shape.rows * planes;
  const counts = spare?.counts.length === length ? spare.counts.fill(0) : new Uint32Array(length);
  return {
    domain,
    columns: shape.columns,
    rows: shape.rows,
    planes,
    counts,
    inside: new Uint32Array(planes),
    first: new Uint32Array(FIRST_ROWS),
  };
}

/** Rows within the domain, all groups together. */
export function countInside(grid: Grid): number {
  return grid.inside.reduce((sum, count) => sum + count, 0);
}

/** Counts the rows [from, to) into the grid; called block by block, so that the page may breathe between. */
export function binRows(
  grid: Grid,
  points: Points,
  range: { readonly from: number; readonly to: number },
): void {
  const { x, y, labels } = points;
  const { domain, columns, rows, planes, counts, inside, first } = grid;
  const scaleX = columns / (domain.x1 - domain.x0);
  const scaleY = rows / (domain.y1 - domain.y0);
  let seen = countInside(grid);
  for (let i = range.from; i < range.to; i++) {
    const column = (x[i]! - domain.x0) * scaleX;
    const row = (domain.y1 - y[i]!) * scaleY;
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) continue;
    const label = labels[i]!;
    const plane = label < 0 ? planes - 1 : label;
    counts[((row | 0) * columns + (column | 0)) * planes + plane]!++;
    inside[plane]!++;
    if (seen < first.length) first[seen] = i;
    seen++;
  }
}

/** Rows by plane in the squares within `radius` squares of a place; planes that are hidden count nothing. */
export function gatherAround(
  grid: Grid,
  at: { readonly column: number; readonly row: number; readonly radius: number },
  isShown: (plane: number) => boolean,
): readonly number[] {
  const sums = Array.from({ length: grid.planes }, () => 0);
  for (let row = at.row - at.radius; row <= at.row + at.radius; row++) {
    for (let column = at.column - at.radius; column <= at.column + at.radius; column++) {
      if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) continue;
      if ((row - at.row) ** 2 + (column - at.column) ** 2 > at.radius ** 2) continue;
      const start = (row * grid.columns + column) * grid.planes;
      for (let plane = 0; plane < grid.planes; plane++) {
        if (isShown(plane)) sums[plane]! += grid.counts[start + plane]!;
      }
    }
  }
  return sums;
}
