import { Problem } from '../../core/problem';
import type { FittedStep } from '../../core/values';
import type { Codes } from '../column';

/** More distinct values than this are no categories but names. */
export const LEVELS_LIMIT = 100;

export interface Level {
  readonly level: string;
  readonly code: number;
  readonly count: number;
}

/** The levels that occur, by frequency, then by text. Linear in rows. */
export function summarizeLevels({ codes, levels }: Codes): readonly Level[] {
  const counts = new Float64Array(levels.length);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) counts[codes[row]!]!++;
  return levels
    .map((level, code) => ({ level, code, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1));
}

/**
 * One step a feature: the `kept` most frequent levels, and, when there are more, the rest
 * together. Throws `too-many-levels` for a column that names things rather than sorts them.
 */
export function fitOneHot(
  feature: string,
  levels: readonly Level[],
  kept: number,
): readonly FittedStep[] {
  if (levels.length > LEVELS_LIMIT) {
    throw new Problem('too-many-levels', { feature, levels: levels.length, limit: LEVELS_LIMIT });
  }
  const names = levels.slice(0, kept).map(({ level }) => level);
  const steps: FittedStep[] = names.map((level) => ({ kind: 'one-hot', level }));
  if (levels.length > kept) steps.push({ kind: 'one-hot-rest', levels: names });
  return steps;
}
