export interface PlacedColumn {
  readonly id: string;
  /** Its number from the left, from 0. */
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly isPinned: boolean;
}

export interface ColumnsLayout {
  readonly total: number;
  readonly columns: readonly PlacedColumn[];
}

export interface ColumnsFrame {
  /** Pinned ones first. */
  readonly ids: readonly string[];
  readonly pinned: number;
  readonly widthOf: (id: string) => number;
  /** Width of the numbers of the rows, left of everything. */
  readonly headWidth: number;
  readonly scrollLeft: number;
  readonly viewWidth: number;
  /** The number of a column that is there even out of sight: it has the keyboard. */
  readonly keeps: number;
}

/** Room on both sides in which columns are drawn before they come into sight. */
const MARGIN = 160;

/** Where the columns stand that are in sight, pinned or kept. Linear in columns. */
export function layoutColumns(frame: ColumnsFrame): ColumnsLayout {
  const { ids, pinned, widthOf, headWidth, scrollLeft, viewWidth, keeps } = frame;
  const columns: PlacedColumn[] = [];
  let left = headWidth;
  ids.forEach((id, index) => {
    const width = widthOf(id);
    const isPinned = index < pinned;
    const isSeen = left + width > scrollLeft - MARGIN && left < scrollLeft + viewWidth + MARGIN;
    if (isPinned || isSeen || index === keeps) columns.push({ id, index, left, width, isPinned });
    left += width;
  });
  return { total: left, columns };
}

/** How far to scroll sideways so that a column is seen in full beside the pinned ones. */
export function leftToSee(index: number, frame: Omit<ColumnsFrame, 'keeps'>): number {
  const { ids, pinned, widthOf, headWidth, scrollLeft, viewWidth } = frame;
  if (index < pinned) return scrollLeft;
  const widthUpTo = (end: number) => ids.slice(0, end).reduce((sum, id) => sum + widthOf(id), 0);
  const fixed = headWidth + widthUpTo(pinned);
  const left = headWidth + widthUpTo(index);
  const width = widthOf(ids[index] ?? '');
  if (left - fixed < scrollLeft) return left - fixed;
  return Math.max(scrollLeft, Math.min(left - fixed, left + width - viewWidth));
}
