export interface TgiBar {
  readonly x: number;
  readonly width: number;
  /** Filled above 100, hollow below. */
  readonly isAbove: boolean;
  /** The figure lies beyond the scale: the bar ends in a point. */
  readonly isCut: boolean;
}

/** The factor from 1.41 on (√2 both ways) at which a difference is called strong. */
export const STRONG_TGI = { above: 141, below: 71 } as const;

const LEAST_SPAN = Math.log(3);
/** From 20 to 500: one figure near 0 must not shrink every other bar to nothing. */
const GREATEST_SPAN = Math.log(5);

/** True from 141 or to 71, as the figure is shown: rounded. */
export function isStrongTgi(tgi: number | null): boolean {
  if (tgi === null) return false;
  const shown = Math.round(tgi);
  return shown >= STRONG_TGI.above || shown <= STRONG_TGI.below;
}

/** One scale for a whole table: the natural logarithm that half a frame stands for. */
export function tgiSpan(figures: readonly (number | null)[]): number {
  const sizes = figures.map((tgi) => (tgi !== null && tgi > 0 ? Math.abs(Math.log(tgi / 100)) : 0));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return Math.min(GREATEST_SPAN, Math.max(LEAST_SPAN, largest));
}

/** A bar from the line at 100 in the middle of the frame; logarithmic, so that double and half are as long. */
export function layoutTgi(tgi: number, span: number, width: number): TgiBar {
  const half = width / 2;
  const length = tgi > 0 ? Math.log(tgi / 100) / span : -Infinity;
  const bounded = Math.max(-1, Math.min(1, length)) * half;
  return {
    x: bounded < 0 ? half + bounded : half,
    width: Math.abs(bounded),
    isAbove: length >= 0,
    isCut: Math.abs(length) > 1,
  };
}
