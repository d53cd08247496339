import type { ColumnDisplay } from './display';
import { setRules, type RulePatch } from './edit-overrides';
import type { FeatureOverride } from './overrides';

/** The columns whose name has what was typed, in any case. */
export function matching(
  columns: readonly ColumnDisplay[],
  typed: string,
): readonly ColumnDisplay[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === ''
    ? columns
    : columns.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** The rules that taking a suggestion sets. */
function patchOf({ suggestion }: ColumnDisplay): RulePatch {
  if (suggestion === null) return {};
  if (suggestion.kind === 'tags') return { encode: 'tags' };
  const { transform, scale, skewness, skewnessAfter } = suggestion;
  return {
    ...(skewness === skewnessAfter ? {} : { transform }),
    ...(scale === null ? {} : { scale }),
  };
}

/** The overrides after the suggestions for these columns were taken. */
export function takeSuggestions(
  overrides: readonly FeatureOverride[],
  columns: readonly ColumnDisplay[],
): readonly FeatureOverride[] {
  return columns.reduce((own, column) => setRules(own, [column.name], patchOf(column)), overrides);
}
