import type { FeatureOverride } from './overrides';

/** The rules that one column may have of its own. */
export const RULES = ['transform', 'missing', 'scale'] as const;
export type Rule = (typeof RULES)[number];

/** What a column does differently by this rule; empty: as the rest. */
export function ownRule(overrides: readonly FeatureOverride[], column: string, rule: Rule): string {
  return overrides.findLast((override) => override.column === column)?.[rule] ?? '';
}

/** The overrides with one rule of one column changed; an empty value follows the rest again. */
export function setRule(
  overrides: readonly FeatureOverride[],
  column: string,
  change: { readonly rule: Rule; readonly value: string },
): readonly FeatureOverride[] {
  const own = overrides.findLast((override) => override.column === column) ?? { column };
  const { [change.rule]: _old, ...rest } = own;
  // The value is one of the rule's options or empty; the definition's parser checks it once more.
  const changed = (
    change.value === '' ? rest : { ...rest, [change.rule]: change.value }
  ) as FeatureOverride;
  const others = overrides.filter((override) => override.column !== column);
  return Object.keys(changed).length > 1 ? [...others, changed] : others;
}
