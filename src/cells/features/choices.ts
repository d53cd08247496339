import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ColumnMeta, TableValue } from '../../core/values';
import { columnNamed } from '../../table/column';
import type { ColumnChoice } from '../../table/encode/choose-columns';
import { isNumeric, TEXT_ENCODES, type FeatureChoice } from '../../table/encode/feature-choice';
import type { MixedWish } from '../../table/encode/mixed';
import type { definition } from './definition';
import type { Interaction } from './interactions';
import { withOverrides } from './overrides';

export type FeaturesParams = ParamsOf<(typeof definition)['params']>;

/** The columns that become features, and why the others do not. */
export function columnsFor(
  { columns }: FeaturesParams,
  table: TableValue,
  automatic: ColumnChoice,
): ColumnChoice {
  if (columns.length === 0) return automatic;
  const chosen = [...new Set(columns)].map((name) => columnNamed(table, name));
  const reasons = new Map(automatic.leftOut.map(({ column, reason }) => [column, reason]));
  const rest = table.columns.filter((column) => !chosen.includes(column));
  // That it was not chosen says less than why one would not choose it.
  const reasonFor = (name: string) => reasons.get(name) ?? 'not-chosen';
  return { chosen, leftOut: rest.map(({ name }) => ({ column: name, reason: reasonFor(name) })) };
}

/** How each chosen column, and each pair of columns, is to become features. */
export function choicesFor(
  params: FeaturesParams,
  table: TableValue,
  chosen: readonly ColumnMeta[],
): readonly FeatureChoice[] {
  const single = chosen.map((column) => choiceFor(params, { column }));
  const paired = params.interactions.map((pair) => choiceFor(params, pairOf(table, pair)));
  return [...single, ...paired];
}

function pairOf(
  table: TableValue,
  { a, b, operation }: Interaction,
): Pick<FeatureChoice, 'column' | 'partner'> {
  const [column, other] = [columnNamed(table, a), columnNamed(table, b)];
  for (const { name, type } of [column, other]) {
    if (type !== 'number') throw new Problem('interaction-not-numbers', { column: name });
  }
  return { column, partner: { column: other, operation } };
}

function choiceFor(
  params: FeaturesParams,
  pair: Pick<FeatureChoice, 'column' | 'partner'>,
): FeatureChoice {
  const { transform, scale, missing, levels, rareBelow } = params;
  const { column } = pair;
  const encode = usualEncode(params, column);
  const usual = { ...pair, transform, scale, levels, rareBelow };
  const choice = { ...usual, missing, ...(encode === undefined ? {} : { encode }) };
  const own = withOverrides(choice, params.custom);
  const isLevels = !isNumeric(column) || TEXT_ENCODES.some((option) => option === own.encode);
  const ruled = isLevels
    ? withOverrides({ ...own, missing: params.missingLevels }, params.custom)
    : own;
  return params.measure === 'gower' ? asGower(ruled) : ruled;
}

function usualEncode(params: FeaturesParams, { type }: ColumnMeta): FeatureChoice['encode'] {
  if (type === 'date') return params.dates;
  return type === 'number' || type === 'boolean' ? undefined : params.encoding;
}

/** Gower's distance adds |x − y| / range: weights count once there, not squared. */
function asGower(choice: FeatureChoice): FeatureChoice {
  const { weight = 1 } = choice;
  return { ...choice, scale: 'min-max', weight: weight * weight };
}

/** What the matrix is prepared for; undefined: Euclidean distances. */
export function mixedWish({ measure, gamma }: FeaturesParams): MixedWish | undefined {
  return measure === 'euclidean' ? undefined : { measure, gamma: gamma > 0 ? gamma : null };
}
