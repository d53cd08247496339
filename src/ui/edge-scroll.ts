import type { Point } from './drag-by';

/** From here to an edge the page moves, the faster the nearer. */
const EDGE_PX = 110;
const FASTEST_PX = 1600;
/** A frame that came late does not jump. */
const LONGEST_FRAME_S = 0.1;

/** How many pixels to scroll in a second for a pointer at this height of a part of the window. */
export function edgeSpeed(y: number, { top, bottom }: { top: number; bottom: number }): number {
  const edge = Math.min(EDGE_PX, (bottom - top) / 3);
  const above = Math.min(edge, top + edge - y);
  const below = Math.min(edge, y - (bottom - edge));
  if (above > 0) return -((above / edge) ** 1.5 * FASTEST_PX);
  return below > 0 ? (below / edge) ** 1.5 * FASTEST_PX : 0;
}

interface Scrolling {
  readonly signal: AbortSignal;
  /** The page moved under a pointer that rests. */
  readonly onscroll: (point: Point) => void;
}

/** Scrolls what an element lies in while a pointer is near its upper or lower edge, until told to stop. */
export function scrollBy(
  element: HTMLElement,
  pointer: () => Point,
  { signal, onscroll }: Scrolling,
): void {
  const scroller = scrollerOf(element);
  let lastMs: number | null = null;
  const step = (nowMs: number) => {
    if (signal.aborted) return;
    const seconds = Math.min(LONGEST_FRAME_S, (nowMs - (lastMs ?? nowMs)) / 1000);
    lastMs = nowMs;
    const { top, bottom } = scroller === document.documentElement ? view() : boxOf(scroller);
    const before = scroller.scrollTop;
    const way = edgeSpeed(pointer().y, { top, bottom }) * seconds;
    // Whole pixels: less than one would be lost.
    scroller.scrollTop += way < 0 ? Math.floor(way) : Math.ceil(way);
    if (scroller.scrollTop !== before) onscroll(pointer());
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let part = element.parentElement; part; part = part.parentElement) {
    const { overflowY } = getComputedStyle(part);
    if (/auto|scroll/.test(overflowY) && part.scrollHeight > part.clientHeight) return part;
  }
  return document.documentElement;
}

function view() {
  return { top: 0, bottom: window.innerHeight };
}

function boxOf(element: HTMLElement) {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(window.innerHeight, bottom) };
}
