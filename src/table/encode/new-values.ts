import type { Feature, FittedStep } from '../../core/values';

/** What an unseen level counts as: none of the known ones, the middle of their order, never met. */
export type UnseenRule = 'none' | 'middle' | 'never';

/** True for a feature whose steps say what stands in for a missing value. */
export function takesMissing({ steps }: Feature): boolean {
  return steps.some((step) => {
    if (step.kind === 'frequency') return step.missing !== null;
    return step.kind === 'fill' || step.kind === 'missing-flag' || step.kind === 'fill-level';
  });
}

/**
 * The levels that the steps of a category know, and what others count as; null where there are no
 * others: rare levels go together, or a rule holds for every text (hashes, tags).
 */
export function knownLevels(
  steps: readonly FittedStep[],
): { readonly levels: ReadonlySet<string>; readonly unseen: UnseenRule } | null {
  for (const step of steps) {
    switch (step.kind) {
      case 'one-hot-rest':
      case 'hash':
      case 'tag':
      case 'tag-rest':
        return null;
      case 'ordinal':
        return step.other < step.levels.length
          ? { levels: new Set(step.levels), unseen: 'middle' }
          : null;
      case 'frequency':
        return step.other === 0 ? { levels: new Set(step.levels), unseen: 'never' } : null;
      default:
    }
  }
  const levels = steps.flatMap((step) => (step.kind === 'one-hot' ? [step.level] : []));
  return { levels: new Set(levels), unseen: 'none' };
}
