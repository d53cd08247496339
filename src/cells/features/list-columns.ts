import type { JsonObject } from '../../core/json';
import type { ColumnDisplay, FeaturesDisplay } from './display';
import { setRules, type RulePatch } from './edit-overrides';
import { nameOfInteraction, type Interaction } from './interactions';
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

/** The columns in use, by name: the chosen ones, or those that the rule chose. */
export function columnsUsed(
  chosen: readonly string[],
  { columns }: FeaturesDisplay,
): readonly string[] {
  if (chosen.length > 0) return chosen;
  return columns.flatMap(({ name, partner }) => (partner === null ? [name] : []));
}

/** The parameters without a column, or without a combination of two. */
export function removeColumn(
  { interactions }: { readonly interactions: readonly Interaction[] },
  used: readonly string[],
  { name, partner }: ColumnDisplay,
): JsonObject {
  if (partner !== null) {
    return { interactions: interactions.filter((pair) => nameOfInteraction(pair) !== name) };
  }
  return { columns: used.filter((column) => column !== name) };
}
