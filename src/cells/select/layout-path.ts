import type { PathDisplay } from './display';

export interface PathLine {
  readonly column: string;
  readonly path: string;
  /** Where its name stands, or null when it has none: only the first to enter are named. */
  readonly label: { readonly x: number; readonly y: number; readonly place: number } | null;
}

const MOST_NAMED = 6;
const LINE_HEIGHT = 15;

/**
 * A line a column: the size of its weight (largest at the top) against the strength of the penalty,
 * the strongest at the left, equal ratios apart. The first to enter are named at the right, their
 * names spread so that none covers another. Columns that never enter have no line.
 */
export function layoutPath(
  { strengths, curves }: PathDisplay,
  order: readonly string[],
  frame: { readonly width: number; readonly height: number },
): readonly PathLine[] {
  const largest = Math.max(...curves.flatMap(({ sizes }) => sizes), 0);
  if (largest === 0 || strengths.length < 2) return [];
  const x = (i: number) => (frame.width * i) / (strengths.length - 1);
  const y = (size: number) => frame.height * (1 - size / largest);
  const lines = order.flatMap((column, i) => {
    const sizes = curves.find((curve) => curve.column === column)?.sizes;
    return sizes ? [{ column, sizes, place: i + 1 }] : [];
  });
  const named = lines.slice(0, MOST_NAMED);
  const heights = spread(
    named.map(({ sizes }) => y(sizes.at(-1) ?? 0)),
    frame.height,
  );
  return lines.map(({ column, sizes, place }, i) => ({
    column,
    path: `M${sizes.map((size, at) => `${x(at).toFixed(1)} ${y(size).toFixed(1)}`).join('L')}`,
    label: i < named.length ? { x: frame.width, y: heights[i]!, place } : null,
  }));
}

/** Heights moved apart to a line each, in their order, none below the bottom. */
function spread(heights: readonly number[], bottom: number): readonly number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  let free = -Infinity;
  for (const i of order) {
    placed[i] = Math.max(heights[i]!, free);
    free = placed[i] + LINE_HEIGHT;
  }
  let ceiling = bottom;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i] - LINE_HEIGHT;
  }
  return placed;
}
