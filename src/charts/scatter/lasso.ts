import { simplifyPolygon, type Polygon } from '../../core/polygon';
import type { Spot } from './cursor';
import type { Domain, Size } from './domain';
import { toPixel } from './domain';

/** An outline is right to less than a pixel. */
const TOLERANCE = 0.75;
/** Smaller than this it was a click. */
const LEAST_PIXELS = 6;

/** Where a place of the frame lies on the axes. */
export function fromPixel(domain: Domain, size: Size, spot: Spot): Spot {
  return {
    x: domain.x0 + (spot.x / size.width) * (domain.x1 - domain.x0),
    y: domain.y1 - (spot.y / size.height) * (domain.y1 - domain.y0),
  };
}

/** An outline drawn on the frame as an area in units of the axes; null for a mere click. */
export function closeLasso(
  path: readonly Spot[],
  { domain, size }: { readonly domain: Domain; readonly size: Size },
): Polygon | null {
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  const span = Math.max(spanOf(xs), spanOf(ys));
  const outline = simplifyPolygon(
    path.map(({ x, y }) => [x, y]),
    TOLERANCE,
  );
  if (outline.length < 3 || span < LEAST_PIXELS) return null;
  const [perX, perY] = [
    (domain.x1 - domain.x0) / size.width,
    (domain.y1 - domain.y0) / size.height,
  ];
  return outline.map(([x, y]) => {
    const place = fromPixel(domain, size, { x, y });
    return [rounded(place.x, perX), rounded(place.y, perY)];
  });
}

function spanOf(values: readonly number[]): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}

/** As many decimals as tell tenths of a pixel apart: an outline in a document should not be long. */
function rounded(value: number, perPixel: number): number {
  const decimals = Math.max(0, Math.min(12, Math.ceil(-Math.log10(perPixel)) + 1));
  return Number(value.toFixed(decimals));
}

/** The rectangle between two places, corner by corner. */
export function rectangle(a: Spot, b: Spot): readonly Spot[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

/** The outline of an area as it lies in the frame, as the points of an SVG polygon. */
export function outlinePoints(area: Polygon, domain: Domain, size: Size): string {
  return area
    .map(([x, y]) => toPixel(domain, size, { x, y }))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
}

/** Where the card with the count stands, and the line that joins it with the area. */
export interface CardPlace {
  readonly left: number;
  readonly top: number;
  readonly from: Spot;
  readonly to: Spot;
}

const MARGIN = 12;

/**
 * Puts the card in the corner of the frame that covers the least of the area, and joins its edge with
 * the nearest corner of the area.
 */
export function placeCard(
  area: Polygon,
  card: Size,
  { domain, size }: { readonly domain: Domain; readonly size: Size },
): CardPlace {
  const corners = area.map(([x, y]) => toPixel(domain, size, { x, y }));
  const right = Math.max(MARGIN, size.width - card.width - MARGIN);
  const bottom = Math.max(MARGIN, size.height - card.height - MARGIN);
  const places = [
    { left: right, top: MARGIN },
    { left: MARGIN, top: MARGIN },
    { left: right, top: bottom },
    { left: MARGIN, top: bottom },
  ];
  const gapTo = (place: { left: number; top: number }) =>
    Math.min(...corners.map((corner) => distanceTo(boxAt(place, card), corner)));
  const best = places.reduce((a, b) => (gapTo(b) > gapTo(a) + 1 ? b : a));
  const box = boxAt(best, card);
  const to = corners.reduce((a, b) => (distanceTo(box, b) < distanceTo(box, a) ? b : a));
  return { ...best, from: nearestIn(box, to), to };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxAt({ left, top }: { left: number; top: number }, { width, height }: Size): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function nearestIn(box: Box, { x, y }: Spot): Spot {
  return {
    x: Math.min(box.right, Math.max(box.left, x)),
    y: Math.min(box.bottom, Math.max(box.top, y)),
  };
}

function distanceTo(box: Box, spot: Spot): number {
  const near = nearestIn(box, spot);
  return Math.hypot(near.x - spot.x, near.y - spot.y);
}
