export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 6;
const EDGE = 8;

/** Left and top of a floating box below its anchor, above it when there is no room, always inside the window. */
export function layoutPopover(
  anchor: Box,
  floating: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - GAP - floating.height;
  const hasRoomBelow = below + floating.height + EDGE <= view.height;
  const top = hasRoomBelow || above < EDGE ? below : above;
  return {
    left: clamp(anchor.left, EDGE, view.width - floating.width - EDGE),
    top: clamp(top, EDGE, view.height - floating.height - EDGE),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
