export interface ShareBox {
  /** −1 for what belongs to no part. */
  readonly index: number;
  readonly x: number;
  readonly width: number;
  /** Part of the whole, 0 … 1. */
  readonly share: number;
  /** Room for the number, and for the percentage behind it. */
  readonly showsNumber: boolean;
  readonly showsShare: boolean;
}

const GAP = 2;
const NUMBER_WIDTH = 20;
const SHARE_WIDTH = 76;
/** Below this a caption under its box would be cut to a syllable. */
const CAPTION_WIDTH = 84;

/**
 * Boxes side by side whose widths are as the sizes; empty parts keep a sliver of no width. `noise`,
 * what belongs to no part, comes last if there is any.
 */
export function layoutShares(
  sizes: readonly number[],
  width: number,
  noise = 0,
): readonly ShareBox[] {
  const all = noise > 0 ? [...sizes, noise] : sizes;
  const total = all.reduce((sum, size) => sum + size, 0);
  const room = Math.max(0, width - GAP * (all.length - 1));
  let x = 0;
  return all.map((size, place) => {
    const index = place < sizes.length ? place : -1;
    const share = total > 0 ? size / total : 0;
    const boxWidth = share * room;
    const box = {
      index,
      x,
      width: boxWidth,
      share,
      showsNumber: boxWidth >= NUMBER_WIDTH,
      showsShare: boxWidth >= SHARE_WIDTH,
    };
    x += boxWidth + GAP;
    return box;
  });
}

/** True when every box is wide enough for a caption of its own below it. */
export function captionsFit(boxes: readonly ShareBox[]): boolean {
  return boxes.every((box) => box.width >= CAPTION_WIDTH);
}
