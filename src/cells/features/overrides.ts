import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import { Problem } from '../../core/problem';
import { TRANSFORMS, type Transform } from '../../table/encode/choose-transform';
import {
  MISSING_RULES,
  SCALES,
  type FeatureChoice,
  type MissingRule,
  type Scale,
} from '../../table/encode/fit-column';

/** What one column does differently from the rest; what is absent follows the rest. */
export type FeatureOverride = {
  readonly column: string;
  readonly transform?: Transform;
  readonly scale?: Scale;
  readonly missing?: MissingRule;
};

const RULES = new Map<string, readonly string[]>([
  ['transform', TRANSFORMS],
  ['scale', SCALES],
  ['missing', MISSING_RULES],
]);

function refuse(value: Json): never {
  const expected = '[{"column": "…", "transform" | "scale" | "missing": "…"}, …]';
  throw new Problem('param-invalid', { param: 'custom', value: JSON.stringify(value), expected });
}

function isOverride(entry: JsonObject): boolean {
  return Object.entries(entry).every(
    ([key, value]) =>
      typeof value === 'string' && (key === 'column' || (RULES.get(key)?.includes(value) ?? false)),
  );
}

/** Checks saved overrides; throws `param-invalid`. */
export function parseOverrides(json: Json): readonly FeatureOverride[] {
  if (!Array.isArray(json)) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry) || typeof entry.column !== 'string') return refuse(json);
    if (!isOverride(entry)) return refuse(json);
    // Every key is `column` or a rule with one of its options.
    return entry as FeatureOverride;
  });
}

/** The choice for one column: the last override that names it wins over the general rules. */
export function withOverrides(
  choice: FeatureChoice,
  overrides: readonly FeatureOverride[],
): FeatureChoice {
  const own = overrides.findLast(({ column }) => column === choice.column.name);
  if (own === undefined) return choice;
  const { column: _name, ...rules } = own;
  return { ...choice, ...rules };
}
