/** Browsers end elements at some 17 million pixels; a longer table gets a shorter scroll bar. */
export const TALLEST = 12_000_000;

export interface Heights {
  /** Of all rows together, and of the window onto them. */
  readonly total: number;
  readonly view: number;
}

/** How far the scroll bar stands and how far down the rows are seen, both in pixels. */
export interface Place {
  readonly scrollTop: number;
  readonly top: number;
}

/** Height of what is scrolled; the window's own when everything fits. */
export function scrolledHeight({ total, view }: Heights): number {
  return Math.max(view, Math.min(total, TALLEST));
}

function ends(heights: Heights): { readonly top: number; readonly scrollTop: number } {
  const { total, view } = heights;
  return {
    top: Math.max(0, total - view),
    scrollTop: Math.max(0, scrolledHeight(heights) - view),
  };
}

/**
 * What is seen after the bar moved: pixel by pixel for a wheel or a finger, so that no row is jumped
 * over; in proportion for a far move of the bar. The ends are the ends.
 */
export function placeAfter(before: Place, scrollTop: number, heights: Heights): Place {
  const end = ends(heights);
  if (end.top <= end.scrollTop) return { scrollTop, top: Math.min(scrollTop, end.top) };
  if (scrollTop <= 0) return { scrollTop, top: 0 };
  if (scrollTop >= end.scrollTop - 1) return { scrollTop, top: end.top };
  const moved = scrollTop - before.scrollTop;
  if (Math.abs(moved) > 2 * heights.view) {
    return { scrollTop, top: (scrollTop / end.scrollTop) * end.top };
  }
  return { scrollTop, top: Math.max(0, Math.min(before.top + moved, end.top)) };
}

/** Where the bar stands for rows seen so far down. */
export function placeAt(top: number, heights: Heights): Place {
  const end = ends(heights);
  const inside = Math.max(0, Math.min(top, end.top));
  if (end.top <= end.scrollTop) return { scrollTop: inside, top: inside };
  return { scrollTop: Math.round((inside / end.top) * end.scrollTop), top: inside };
}

/** The nearest way down at which a row is seen in full. */
export function topToSee(
  row: number,
  {
    top,
    rowHeight,
    view,
  }: { readonly top: number; readonly rowHeight: number; readonly view: number },
): number {
  const above = row * rowHeight;
  if (above < top) return above;
  return Math.max(top, above + rowHeight - view);
}
