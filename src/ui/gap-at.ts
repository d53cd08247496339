/** Where a row stands in the window. */
export interface Extent {
  readonly top: number;
  readonly height: number;
}

/** The index before which something dropped at this height belongs, by the middles of the rows. */
export function gapAt(y: number, rows: readonly Extent[]): number {
  const below = rows.findIndex(({ top, height }) => y < top + height / 2);
  return below < 0 ? rows.length : below;
}
