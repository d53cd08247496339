interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 6;

/** Where a box about a tile stands in its frame: below the tile, above it where the frame ends. */
export function placeTileTip(
  tile: Box,
  frame: Box,
  tip: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const middle = tile.left - frame.left + tile.width / 2;
  const left = Math.max(0, Math.min(middle - tip.width / 2, frame.width - tip.width));
  const below = tile.top - frame.top + tile.height + GAP;
  const above = tile.top - frame.top - tip.height - GAP;
  const fitsBelow = below + tip.height <= frame.height;
  return { left, top: fitsBelow || above < 0 ? below : above };
}
