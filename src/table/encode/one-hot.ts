import { Problem } from '../../core/problem';
import type { FittedStep } from '../../core/values';
import type { Codes } from '../column';
import { partLevels, type RareRule } from './rare-levels';

/** More distinct values than this are no categories but names. */
const LEVELS_LIMIT = 100;

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
 * One step a feature: the levels that stand alone, and, when there are more, the rare ones
 * together. Throws `too-many-levels` for a column that names things rather than sorts them, unless
 * it was said which levels are rare.
 */
export function fitOneHot(
  feature: string,
  levels: readonly Level[],
  rule: RareRule,
): readonly FittedStep[] {
  if (rule.rareBelow === 0) refuseNames(feature, levels.length);
  const present = levels.reduce((sum, { count }) => sum + count, 0);
  const { alone, rare } = partLevels(levels, present, rule);
  const names = alone.map(({ level }) => level);
  const steps: FittedStep[] = names.map((level) => ({ kind: 'one-hot', level }));
  if (rare.length > 0) steps.push({ kind: 'one-hot-rest', levels: names });
  return steps;
}

/** Throws `too-many-levels` beyond the limit. */
export function refuseNames(feature: string, levels: number, limit = LEVELS_LIMIT): void {
  if (levels > limit) throw new Problem('too-many-levels', { feature, levels, limit });
}
