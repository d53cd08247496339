import type { Level } from './one-hot';

export interface RareRule {
  /** At most this many levels stand alone. */
  readonly kept: number;
  /** Below 1 a share of the rows with a value, from 1 on a number of rows. */
  readonly rareBelow: number;
}

/**
 * The levels that stand alone, and those that go together as "other". A level is rare when fewer
 * rows have it than `rareBelow` says (scikit-learn's `min_frequency`), or when enough others are
 * more frequent. `levels` come by frequency.
 */
export function partLevels<L extends Pick<Level, 'count'>>(
  levels: readonly L[],
  rows: number,
  { kept, rareBelow }: RareRule,
): { readonly alone: readonly L[]; readonly rare: readonly L[] } {
  const least = rareBelow < 1 ? rareBelow * rows : rareBelow;
  const frequent = levels.filter(({ count }) => count >= least).length;
  const alone = Math.min(kept, frequent);
  return { alone: levels.slice(0, alone), rare: levels.slice(alone) };
}
