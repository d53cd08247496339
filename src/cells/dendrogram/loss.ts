import type { DendrogramDisplay } from './display';

type Measured = Pick<DendrogramDisplay, 'sizes' | 'squared' | 'between'>;

/**
 * The share of the variance between segments that is lost when these become one: the sum over their
 * pairs of n_i n_j ‖c_i − c_j‖² / Σn, over the sum of squares between all. Null where the segments do
 * not differ at all.
 */
export function lossOf(
  { sizes, squared, between }: Measured,
  segments: readonly number[],
): number | null {
  if (!(between > 0)) return null;
  const rows = segments.reduce((sum, segment) => sum + sizes[segment]!, 0);
  let lost = 0;
  segments.forEach((a, i) => {
    for (const b of segments.slice(i + 1)) {
      lost += (sizes[a]! * sizes[b]! * squared[a * sizes.length + b]!) / rows;
    }
  });
  return Math.min(1, lost / between);
}

/** The share that a merge loses when its two sides are merged already. */
export function lossOfStep(
  display: Measured & Pick<DendrogramDisplay, 'merges'>,
  merge: number,
): number {
  const { a, b, segments } = display.merges[merge]!;
  const inside = (node: number) => display.merges[node - display.sizes.length]?.segments ?? [node];
  const of = (some: readonly number[]) => lossOf(display, some) ?? 0;
  return Math.max(0, of(segments) - of(inside(a)) - of(inside(b)));
}

/** The share lost when the first so many merges are made, by number of merges from 0. */
export function lossesByMerges(
  display: Measured & Pick<DendrogramDisplay, 'merges'>,
): readonly number[] {
  const lost = [0];
  display.merges.forEach((_, i) => lost.push(Math.min(1, lost[i]! + lossOfStep(display, i))));
  return lost;
}

/** Merging is cheap up to this share of the differences in all … */
const CHEAP = 0.1;
/** … and ends where the next step costs so many times as much as the one before. */
const STEEP = 2;

/**
 * The number of groups to which merging looks natural: before the largest rise in height, if the
 * merges before it lose little, and the next one far more. Null where there is no such place.
 */
export function naturalGroups(heights: readonly number[], lost: readonly number[]): number | null {
  let [best, rise]: [number | null, number] = [null, 0];
  for (let made = 1; made < heights.length; made++) {
    const [last, next] = [heights[made - 1]!, heights[made]!];
    if (lost[made]! > CHEAP || next < STEEP * last || next - last <= rise) continue;
    [best, rise] = [heights.length + 1 - made, next - last];
  }
  return best;
}
