import { defineCell } from '../../core/cell-type';
import type { Json } from '../../core/json';
import { custom } from '../../core/params';
import { Problem } from '../../core/problem';
import { parsePassport } from '../../passport/parse';
import type { Passport } from '../../passport/passport';

const NO_NAMES: readonly string[] = [];

function parseNames(json: Json): readonly string[] {
  const isNames = Array.isArray(json) && json.every((name) => typeof name === 'string');
  if (isNames) return json as readonly string[];
  const value = JSON.stringify(json);
  throw new Problem('param-invalid', { param: 'names', value, expected: '["name", …]' });
}

/** Passports that were checked: the same object in the document is the same passport. */
const checked = new WeakMap<object, Passport>();

/** The passport as it stands in the notebook; checked before it is used, kept as it was written. */
function parse(json: Json): Json {
  passportOf({ passport: json });
  return json;
}

export function passportOf({ passport: json }: { readonly passport: Json }): Passport | null {
  if (json === null) return null;
  const known = typeof json === 'object' ? checked.get(json) : undefined;
  const passport = known ?? parsePassport(json);
  if (typeof json === 'object') checked.set(json, passport);
  return passport;
}

/** The numbers that the segments of a saved passport had; none without one. */
function numbersOf(json: Json): readonly number[] {
  return passportOf({ passport: json })?.segments.map(({ mark }) => mark + 1) ?? [];
}

export const definition = defineCell({
  kind: 'score',
  version: 1,
  stage: 'act',
  takes: { table: 'table', points: 'matrix', clustering: 'clustering' },
  optional: ['points', 'clustering'],
  gives: 'clustering',
  params: {
    /** A saved segmentation; null: the one that is connected. */
    passport: custom<Json>({ initial: null, parse }),
    /** Names of the segments by number, as in a clustering. */
    names: custom({ initial: NO_NAMES, parse: parseNames }),
  },
  lookParams: ['names'],
  keepsSegments: ({ passport }) => passport === null,
  numbersIn: ({ passport }) => numbersOf(passport as Json),
  estimateMs: (_params, { rows, columns }) => rows * columns * 1.5e-4,
});
