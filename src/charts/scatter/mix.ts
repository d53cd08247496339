import type { Palette, Rgb } from '../palette';
import type { Grid } from './grid';

/** Colours of the planes of a grid, noise last, null where a plane is hidden. */
export type PlaneColors = readonly (Rgb | null)[];

/** Colours by plane; a hidden group or hidden noise has none. */
export function planeColors(
  palette: Palette,
  planes: number,
  isShown: (plane: number) => boolean,
): PlaneColors {
  return Array.from({ length: planes }, (_, plane) => {
    if (!isShown(plane)) return null;
    if (plane === planes - 1) return palette.noise;
    return palette.segments[plane % palette.segments.length] ?? palette.noise;
  });
}

/** The largest count of shown rows in one square of the grid rows [from, to). */
export function largestCount(
  grid: Grid,
  colors: PlaneColors,
  range: { readonly from: number; readonly to: number },
): number {
  const { columns, planes, counts } = grid;
  let largest = 0;
  for (let square = range.from * columns; square < range.to * columns; square++) {
    let total = 0;
    for (let plane = 0; plane < planes; plane++) {
      if (colors[plane]) total += counts[square * planes + plane]!;
    }
    if (total > largest) largest = total;
  }
  return largest;
}

/** What is left of the ink of rows that are not picked out. */
export const FAINT = 0.16;

/** Steps from an empty square to the fullest. */
const STEPS = 7;

/** How full a square is, by the logarithm of its count: whole steps, as parts of 1. */
function levelOf(count: number, largest: number): number {
  const level = Math.log1p(count) / Math.log1p(Math.max(largest, 1));
  return Math.min(STEPS, Math.max(1, Math.ceil(level * STEPS - 1e-9))) / STEPS;
}

/** How a square is painted: opacity by the logarithm of its count, 0 … 1. */
export function opacityOf(count: number, largest: number): number {
  if (count === 0) return 0;
  const level = levelOf(count, largest);
  // Where no square holds many rows, a single row must still be seen.
  const least = 0.1 + 0.3 / Math.sqrt(Math.max(largest, 1));
  return Math.min(1, least + level ** 1.25 * 0.95);
}

/** On a light ground the densest squares are darkened, so that a core stays visible; a dark ground lightens them. */
export function toneOf(count: number, largest: number, isDark: boolean): number {
  if (count === 0) return 1;
  const level = levelOf(count, largest);
  return 1 - Math.max(0, level - 0.55) * (isDark ? -0.1 : 0.62);
}

/**
 * Paints the grid rows [from, to) into RGBA pixels, one a square: the mean of the groups'
 * colours weighted by their rows, the log of the count as opacity.
 */
export function paintRows(
  pixels: Uint8ClampedArray,
  grid: Grid,
  ink: {
    readonly colors: PlaneColors;
    readonly largest: number;
    readonly isDark: boolean;
    /** By plane: whether it is faint beside others that are picked out; absent: none is. */
    readonly faint?: readonly boolean[] | undefined;
    readonly from: number;
    readonly to: number;
  },
): void {
  const { columns, planes, counts } = grid;
  for (let square = ink.from * columns; square < ink.to * columns; square++) {
    let total = 0;
    let bright = 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let plane = 0; plane < planes; plane++) {
      const count = counts[square * planes + plane]!;
      const color = ink.colors[plane];
      if (count === 0 || !color) continue;
      total += count;
      if (!ink.faint?.[plane]) bright += count;
      red += count * color[0];
      green += count * color[1];
      blue += count * color[2];
    }
    if (total === 0) continue;
    const tone = toneOf(total, ink.largest, ink.isDark) / total;
    pixels[square * 4] = red * tone;
    pixels[square * 4 + 1] = green * tone;
    pixels[square * 4 + 2] = blue * tone;
    const share = FAINT + (1 - FAINT) * (bright / total);
    pixels[square * 4 + 3] = opacityOf(total, ink.largest) * share * 255;
  }
}
