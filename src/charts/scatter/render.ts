import type { Palette } from '../palette';
import { toPixel } from './domain';
import type { Domain, Points, Size } from './domain';
import { binRows, countInside, createGrid, FIRST_ROWS } from './grid';
import type { Grid } from './grid';
import { FAINT, largestCount, paintRows, planeColors } from './mix';

/** What to paint. */
export interface RenderWish {
  readonly points: Points;
  readonly domain: Domain;
  readonly size: Size;
  /** Device pixels a pixel of the page. */
  readonly ratio: number;
  readonly palette: Palette;
  /** Groups that are not drawn; −1 is noise. */
  readonly hidden: ReadonlySet<number>;
  /** Groups picked out; the others are faint. Null: none is. */
  readonly selected?: readonly number[] | null;
}

/** A painted part of the plane. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly domain: Domain;
  readonly size: Size;
  readonly points: Points;
  readonly grid: Grid;
  /** Rows one by one, or their density. */
  readonly kind: 'rows' | 'density';
}

/** One square of the density, in pixels of the page. */
export const SQUARE = 2;
const BLOCK_ROWS = 32768;
const BLOCK_MARKS = 500;
const BAND = 32;

/** The fewer rows, the larger their marks. */
const LOOKS = [
  { most: 150, size: 10, opacity: 0.8 },
  { most: 600, size: 8, opacity: 0.8 },
  { most: 2500, size: 6, opacity: 0.65 },
  { most: FIRST_ROWS, size: 4.5, opacity: 0.6 },
] as const;

/** Counts and paints in small steps. A `last` picture of the same rows, place and size spares the counting. */
export function* renderSteps(
  wish: RenderWish,
  last: Picture | null,
  spare?: Grid,
): Generator<void, Picture> {
  const isSame =
    last !== null &&
    last.points === wish.points &&
    last.domain === wish.domain &&
    last.size === wish.size;
  const grid = isSame ? last.grid : yield* countSteps(wish, spare);
  const isSparse = countInside(grid) <= FIRST_ROWS;
  const canvas = yield* isSparse ? rowSteps(wish, grid) : paintSteps(wish, grid);
  const { points, domain, size } = wish;
  return { canvas, domain, size, points, grid, kind: isSparse ? 'rows' : 'density' };
}

function* countSteps(wish: RenderWish, spare?: Grid): Generator<void, Grid> {
  const { points, domain, size } = wish;
  const shape = {
    columns: Math.max(1, Math.ceil(size.width / SQUARE)),
    rows: Math.max(1, Math.ceil(size.height / SQUARE)),
    groups: points.groups,
  };
  const grid = createGrid(domain, shape, spare);
  const rows = points.x.length;
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    binRows(grid, points, { from, to: Math.min(rows, from + BLOCK_ROWS) });
    yield;
  }
  return grid;
}

function isPlaneShown(wish: RenderWish, grid: Grid): (plane: number) => boolean {
  return (plane) => !wish.hidden.has(plane === grid.planes - 1 ? -1 : plane);
}

function faintPlanes({ selected }: RenderWish, grid: Grid): boolean[] | undefined {
  if (!selected) return undefined;
  return Array.from(
    { length: grid.planes },
    (_, plane) => !selected.includes(plane === grid.planes - 1 ? -1 : plane),
  );
}

function* paintSteps(wish: RenderWish, grid: Grid): Generator<void, HTMLCanvasElement> {
  const colors = planeColors(wish.palette, grid.planes, isPlaneShown(wish, grid));
  let largest = 0;
  for (const range of bands(grid.rows)) {
    largest = Math.max(largest, largestCount(grid, colors, range));
    yield;
  }
  const faint = faintPlanes(wish, grid);
  const pixels = new Uint8ClampedArray(grid.columns * grid.rows * 4);
  for (const range of bands(grid.rows)) {
    paintRows(pixels, grid, { colors, largest, faint, isDark: wish.palette.isDark, ...range });
    yield;
  }
  const canvas = createCanvas(grid.columns, grid.rows);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, grid.columns, grid.rows), 0, 0);
  return canvas;
}

function* bands(rows: number): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < rows; from += BAND) yield { from, to: Math.min(rows, from + BAND) };
}

/** So few rows that each is drawn as its segment's mark. */
function* rowSteps(wish: RenderWish, grid: Grid): Generator<void, HTMLCanvasElement> {
  const { points, domain, size, ratio, palette } = wish;
  const canvas = createCanvas(size.width * ratio, size.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const colors = planeColors(palette, grid.planes, isPlaneShown(wish, grid));
  const paths = new Map<number, Path2D>();
  const count = countInside(grid);
  const look = LOOKS.find(({ most }) => count <= most) ?? LOOKS[0];
  const scale = look.size / 24;
  const faint = faintPlanes(wish, grid);
  for (let i = 0; i < count; i++) {
    if (i % BLOCK_MARKS === BLOCK_MARKS - 1) yield;
    const row = grid.first[i]!;
    const label = points.labels[row]!;
    const color = colors[label < 0 ? grid.planes - 1 : label];
    if (!color) continue;
    context.globalAlpha = look.opacity * (faint?.[label < 0 ? grid.planes - 1 : label] ? FAINT : 1);
    const { x, y } = toPixel(domain, size, { x: points.x[row]!, y: points.y[row]! });
    context.setTransform(
      ratio * scale,
      0,
      0,
      ratio * scale,
      ratio * (x - 12 * scale),
      ratio * (y - 12 * scale),
    );
    context.fillStyle = `rgb(${color.join(' ')})`;
    context.fill(pathOf(paths, label, palette));
  }
  return canvas;
}

function pathOf(paths: Map<number, Path2D>, label: number, { marks }: Palette): Path2D {
  const known = paths.get(label);
  if (known) return known;
  const path = new Path2D(marks.shapeOf(label).path);
  paths.set(label, path);
  return path;
}

function createCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas;
}
