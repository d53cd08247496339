import { select, zoom, zoomIdentity } from 'd3';
import type { D3ZoomEvent, ZoomBehavior } from 'd3';
import { zoomLimits } from './domain';
import type { Extents, Size } from './domain';

export interface ZoomState {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** What keys and buttons may do to the zoom of a frame. */
export interface ZoomControl {
  /** The zoom at which everything that may be seen is seen. */
  readonly leastScale: number;
  readonly scaleBy: (factor: number, around?: { readonly x: number; readonly y: number }) => void;
  readonly panBy: (x: number, y: number) => void;
  readonly reset: () => void;
  /** Out as far as the rows go. */
  readonly showAll: () => void;
  readonly stop: () => void;
}

const MOST = 500;

/**
 * Makes a frame zoom and pan: dragging, two fingers, and the wheel once the frame has the focus
 * (or with Ctrl), so that scrolling the page past it does nothing to it.
 */
export function createZoom(
  frame: HTMLElement,
  options: {
    readonly extents: Extents;
    readonly size: Size;
    /** The mouse draws instead of moving the picture. */
    readonly isDrawing?: () => boolean;
  },
  onZoom: (state: ZoomState) => void,
): ZoomControl {
  const limits = zoomLimits(options.extents, options.size);
  const bounds = limits.bounds.map(([x, y]) => [x, y]) as [[number, number], [number, number]];
  const behavior: ZoomBehavior<HTMLElement, unknown> = zoom<HTMLElement, unknown>()
    .extent([
      [0, 0],
      [options.size.width, options.size.height],
    ])
    .scaleExtent([limits.leastScale, MOST])
    .translateExtent(bounds)
    .duration(240)
    .filter((event: Event) => isMeant(event, frame, options.isDrawing?.() ?? false))
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => onZoom(event.transform));
  const selection = select<HTMLElement, unknown>(frame).call(behavior);
  const center = () => ({ x: options.size.width / 2, y: options.size.height / 2 });
  return {
    leastScale: limits.leastScale,
    scaleBy: (factor, around = center()) =>
      behavior.scaleBy(selection, factor, [around.x, around.y]),
    panBy: (x, y) => behavior.translateBy(selection, x, y),
    reset: () => behavior.transform(selection, zoomIdentity),
    showAll: () => behavior.scaleTo(selection, limits.leastScale),
    stop: () => void selection.on('.zoom', null),
  };
}

function isMeant(event: Event, frame: HTMLElement, isDrawing: boolean): boolean {
  if (event instanceof WheelEvent) {
    return event.ctrlKey || event.metaKey || document.activeElement === frame;
  }
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) {
    return event.touches.length > 1;
  }
  if (!(event instanceof MouseEvent)) return true;
  return event.button === 0 && !event.ctrlKey && !event.shiftKey && !isDrawing;
}
