import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import { Problem } from '../../core/problem';
import type { Cycle } from '../../core/values';
import { TRANSFORMS, type Transform } from '../../table/encode/choose-transform';
import { CYCLES } from '../../table/encode/cyclic';
import {
  DATE_ENCODES,
  LEVEL_RULES,
  MISSING_RULES,
  nameOfChoice,
  SCALES,
  TEXT_ENCODES,
  type DateEncode,
  type FeatureChoice,
  type MissingRule,
  type Scale,
  type TextEncode,
} from '../../table/encode/feature-choice';

/** What one column does differently from the rest; what is absent follows the rest. */
export type FeatureOverride = {
  /** The name of a column, or of two combined ones: "a × b". */
  readonly column: string;
  readonly transform?: Transform;
  readonly scale?: Scale;
  readonly missing?: MissingRule;
  readonly encode?: TextEncode | DateEncode;
  readonly weight?: number;
  readonly levels?: number;
  readonly rareBelow?: number;
  readonly order?: readonly string[];
  readonly slots?: number;
  readonly separator?: string;
  /** `2024-05-01`. */
  readonly reference?: string;
  readonly cycles?: readonly Cycle[];
};

/** Beyond these a column counts for nothing, or nothing else counts. */
export const WEIGHTS = { min: 0.01, max: 100 } as const;
export const SLOTS = { min: 2, max: 256 } as const;
export const LEVELS = { min: 1, max: 100 } as const;
export const RARE = { min: 0, max: 1e9 } as const;

type Check = (value: Json) => boolean;

const oneOf =
  (...options: readonly (readonly string[])[]): Check =>
  (value) =>
    options.some((known) => known.some((option) => option === value));
const isText: Check = (value) => typeof value === 'string';
const within =
  ({ min, max }: { readonly min: number; readonly max: number }): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max;
const wholeWithin =
  (range: { readonly min: number; readonly max: number }): Check =>
  (value) =>
    Number.isInteger(value) && within(range)(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((entry: Json) => check(entry));

const CHECKS = new Map<string, Check>([
  ['column', isText],
  ['transform', oneOf(TRANSFORMS)],
  ['scale', oneOf(SCALES)],
  ['missing', oneOf(MISSING_RULES, LEVEL_RULES)],
  ['encode', oneOf(TEXT_ENCODES, DATE_ENCODES)],
  ['weight', within(WEIGHTS)],
  ['levels', wholeWithin(LEVELS)],
  ['rareBelow', within(RARE)],
  ['order', listOf(isText)],
  ['slots', wholeWithin(SLOTS)],
  ['separator', isText],
  ['reference', (value) => typeof value === 'string' && timeOf(value) !== null],
  ['cycles', listOf(oneOf(CYCLES))],
]);

/** Midnight of a day in UTC, ms since 1970; null for what is no such day. */
export function timeOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  // `Date.parse` takes 31 April for 1 May in some places.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day) ? time : null;
}

function refuse(value: Json): never {
  const expected = '[{"column": "…", "transform" | "scale" | "missing" | "encode" | …: "…"}, …]';
  throw new Problem('param-invalid', { param: 'custom', value: JSON.stringify(value), expected });
}

function isOverride(entry: JsonObject): boolean {
  return Object.entries(entry).every(([key, value]) => CHECKS.get(key)?.(value) ?? false);
}

/** Checks saved overrides; throws `param-invalid`. */
export function parseOverrides(json: Json): readonly FeatureOverride[] {
  if (!Array.isArray(json)) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry) || typeof entry.column !== 'string') return refuse(json);
    if (!isOverride(entry)) return refuse(json);
    // Every key is known and was checked as what it says.
    return entry as FeatureOverride;
  });
}

/** The choice for one column: the last override that names it wins over the general rules. */
export function withOverrides(
  choice: FeatureChoice,
  overrides: readonly FeatureOverride[],
): FeatureChoice {
  const name = nameOfChoice(choice);
  const own = overrides.findLast(({ column }) => column === name);
  if (own === undefined) return choice;
  const { column: _name, reference, ...rules } = own;
  const time = reference === undefined ? null : timeOf(reference);
  return { ...choice, ...rules, ...(time === null ? {} : { reference: time }) };
}
