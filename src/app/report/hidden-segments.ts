/**
 * Which segments a report may not show when groups of fewer than `least` rows are to stay hidden:
 * the smaller ones, and, since what is known of everyone less what is known of the others is what
 * is known of them, the next smallest until the hidden ones together hold `least` rows (secondary
 * suppression; Hundepool et al., "Statistical Disclosure Control", 2012, chapter 4).
 */
export function hiddenSegments(sizes: readonly number[], least: number): ReadonlySet<number> {
  const order = [...sizes.keys()]
    .filter((index) => sizes[index]! > 0)
    .sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const hidden = new Set(order.filter((index) => sizes[index]! < least));
  let rows = [...hidden].reduce((sum, index) => sum + sizes[index]!, 0);
  for (const index of order) {
    if (hidden.size === 0 || rows >= least) break;
    if (hidden.has(index)) continue;
    hidden.add(index);
    rows += sizes[index]!;
  }
  return hidden;
}

/** Rows of each segment, if a display of a clustering says so; null when it does not. */
export function sizesIn(display: unknown): readonly number[] | null {
  const { sizes, segments } = (display ?? {}) as { sizes?: unknown; segments?: unknown };
  if (isNumbers(sizes)) return sizes;
  if (!Array.isArray(segments)) return null;
  const rows = segments.map((segment: unknown) => (segment as { rows?: unknown } | null)?.rows);
  return isNumbers(rows) ? rows : null;
}

function isNumbers(values: unknown): values is readonly number[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'number');
}
