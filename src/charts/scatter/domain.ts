/** The rows to draw; label −1 is noise. */
export interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly labels: Int16Array;
  /** Labels run from 0 to groups − 1. */
  readonly groups: number;
}

/** The part of the plane that is seen; y grows upwards. */
export interface Domain {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** Where the picture starts, and everything there is. */
export interface Extents {
  readonly usual: Domain;
  readonly full: Domain;
}

const SAMPLE = 20000;
const PAD = 0.05;
/** The full extent is left for the usual one only when far rows would squash the rest. */
const SQUASHED = 1.6;

/**
 * The full extent of the rows, and the one to start with: the same, unless a few far rows
 * would squash the rest; then the middle 99.8 % of a sample, by axis.
 */
export function fitExtents(points: Points, x: Interval, y: Interval): Extents {
  const [fullX, fullY] = [padded(x), padded(y)];
  const [usualX, usualY] = [usualInterval(points.x, fullX), usualInterval(points.y, fullY)];
  return { full: domainOf(fullX, fullY), usual: domainOf(usualX, usualY) };
}

function domainOf(x: Interval, y: Interval): Domain {
  return { x0: x.min, x1: x.max, y0: y.min, y1: y.max };
}

function padded({ min, max }: Interval): Interval {
  const span = max - min;
  const pad = span > 0 ? span * PAD : Math.max(0.5, Math.abs(max) * 0.1);
  return { min: min - pad, max: max + pad };
}

function usualInterval(values: Float32Array, full: Interval): Interval {
  const stride = Math.max(1, Math.ceil(values.length / SAMPLE));
  const sample = Float32Array.from(
    { length: Math.ceil(values.length / stride) },
    (_, i) => values[i * stride] ?? 0,
  ).sort();
  if (sample.length < 200) return full;
  const at = (share: number) => sample[Math.round(share * (sample.length - 1))] ?? 0;
  const middle = padded({ min: at(0.001), max: at(0.999) });
  const isSquashed = full.max - full.min > SQUASHED * (middle.max - middle.min);
  return isSquashed ? middle : full;
}

/** The domain seen through a zoom (scale k, then shift) of a base domain. */
export function zoomedDomain(
  base: Domain,
  zoom: { readonly k: number; readonly x: number; readonly y: number },
  size: Size,
): Domain {
  const xAt = (pixel: number) =>
    base.x0 + ((pixel - zoom.x) / zoom.k / size.width) * (base.x1 - base.x0);
  const yAt = (pixel: number) =>
    base.y1 - ((pixel - zoom.y) / zoom.k / size.height) * (base.y1 - base.y0);
  return { x0: xAt(0), x1: xAt(size.width), y0: yAt(size.height), y1: yAt(0) };
}

/** Pixel position of a point of the plane. */
export function toPixel(
  domain: Domain,
  size: Size,
  point: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  return {
    x: ((point.x - domain.x0) / (domain.x1 - domain.x0)) * size.width,
    y: ((domain.y1 - point.y) / (domain.y1 - domain.y0)) * size.height,
  };
}

/** Where a picture of one domain lies in a frame that shows another. */
export function placePicture(
  picture: Domain,
  shown: Domain,
  size: Size,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const from = toPixel(shown, size, { x: picture.x0, y: picture.y1 });
  const to = toPixel(shown, size, { x: picture.x1, y: picture.y0 });
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

/** How far one may zoom out of the base domain, and pan in its pixels, to reach the full one. */
export function zoomLimits(
  extents: Extents,
  size: Size,
): {
  readonly leastScale: number;
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
} {
  const place = placePicture(extents.full, extents.usual, size);
  const left = Math.min(0, place.x);
  const top = Math.min(0, place.y);
  const right = Math.max(size.width, place.x + place.width);
  const bottom = Math.max(size.height, place.y + place.height);
  return {
    leastScale: Math.min(1, size.width / (right - left), size.height / (bottom - top)),
    bounds: [
      [left, top],
      [right, bottom],
    ],
  };
}
