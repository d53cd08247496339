import type { FeatureOverride } from './overrides';

/** What a column may have of its own. */
export type OwnRule = Exclude<keyof FeatureOverride, 'column'>;

/** Rules as they are to be; `undefined` follows the rest again. */
export type RulePatch = { readonly [K in OwnRule]?: FeatureOverride[K] | undefined };

/** What a column does differently from the rest; null: nothing. */
export function ownRules(
  overrides: readonly FeatureOverride[],
  column: string,
): FeatureOverride | null {
  return overrides.findLast((override) => override.column === column) ?? null;
}

/** The overrides with some rules of some columns changed; the other rules of these stay. */
export function setRules(
  overrides: readonly FeatureOverride[],
  columns: readonly string[],
  patch: RulePatch,
): readonly FeatureOverride[] {
  const changed = columns.flatMap((column) => {
    const merged = { ...ownRules(overrides, column), ...patch, column };
    const rules = Object.entries(merged).filter(([, value]) => value !== undefined);
    // Nothing but known rules went in, each with a value of its own kind.
    return rules.length > 1 ? [Object.fromEntries(rules) as FeatureOverride] : [];
  });
  const names = new Set(columns);
  return [...overrides.filter(({ column }) => !names.has(column)), ...changed];
}
