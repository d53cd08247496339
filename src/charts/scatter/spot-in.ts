import type { Spot } from './cursor';

/** Where a pointer is within a frame, in the frame's own pixels: a slide draws it enlarged. */
export function spotIn(frame: HTMLElement, { clientX, clientY }: PointerEvent): Spot {
  const box = frame.getBoundingClientRect();
  const zoom = frame.offsetWidth > 0 ? box.width / frame.offsetWidth : 1;
  return { x: (clientX - box.left) / zoom, y: (clientY - box.top) / zoom };
}
