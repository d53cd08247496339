import type { FittedStep } from '../../core/values';
import type { Level } from './one-hot';
import { partLevels, type RareRule } from './rare-levels';

export type FrequencyStep = Extract<FittedStep, { kind: 'frequency' }>;

export interface FrequencyRule extends RareRule {
  readonly isShare: boolean;
  /** Rows without a value; 0 when missing is no level. */
  readonly missing: number;
}

/**
 * How frequent each level is: a number of rows, or their share of all rows that have a level.
 * Rare levels have the frequency of all of them together; without any, an unseen level has 0.
 */
export function fitFrequency(levels: readonly Level[], rule: FrequencyRule): FrequencyStep {
  const present = levels.reduce((sum, { count }) => sum + count, 0);
  const divisor = rule.isShare ? present + rule.missing : 1;
  const { alone, rare } = partLevels(levels, present, rule);
  return {
    kind: 'frequency',
    levels: alone.map(({ level }) => level),
    values: alone.map(({ count }) => count / divisor),
    other: rare.reduce((sum, { count }) => sum + count, 0) / divisor,
    missing: rule.missing > 0 ? rule.missing / divisor : null,
  };
}

export function applyFrequency(step: FrequencyStep, level: string | null): number {
  if (level === null) return step.missing ?? NaN;
  const at = step.levels.indexOf(level);
  return at < 0 ? step.other : step.values[at]!;
}
