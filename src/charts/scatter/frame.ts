import type { Picture } from './render';
import { countInside } from './grid';
import { placePicture } from './domain';
import type { Domain, Size } from './domain';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** What the frame tells those around it. */
export interface FrameSummary {
  readonly kind: Picture['kind'];
  /** Rows outside of what is seen. */
  readonly outside: number;
  /** The frame began without a few far rows. */
  readonly isTrimmed: boolean;
  /** There is nothing further out. */
  readonly isOutmost: boolean;
  /** It is seen as it was at first. */
  readonly isAtRest: boolean;
}

export function summarizeFrame(
  picture: Picture,
  seen: Pick<FrameSummary, 'isTrimmed' | 'isOutmost' | 'isAtRest'>,
): FrameSummary {
  return {
    kind: picture.kind,
    outside: picture.points.x.length - countInside(picture.grid),
    ...seen,
  };
}

/** Type of the interface on a laptop, and how much faster than it marks and names grow. */
const TYPE_PIXELS = 14;
const GROWTH = 1.45;

/** How much larger marks and names are where type is larger: on a projector, read from far away. */
export function scaleFor(typePixels: number): number {
  return 1 + GROWTH * Math.max(0, typePixels / TYPE_PIXELS - 1);
}

/** Height of the frame for a width: as the golden rectangle on a page, nearly square on a phone. */
export function frameHeight(width: number): number {
  if (width < 480) return Math.round(width * 0.9);
  return Math.round(Math.min(620, width * 0.62));
}

/** Draws a picture where it belongs in what is shown now, sharper pictures follow. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  picture: Picture,
  shown: { readonly domain: Domain; readonly size: Size; readonly ratio: number },
): void {
  const { domain, size, ratio } = shown;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return;
  const place = placePicture(picture.domain, domain, size);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.canvas, place.x, place.y, place.width, place.height);
}
