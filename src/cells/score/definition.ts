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

/** The passport as it stands in the notebook; checked before it is used, kept as it was written. */
function parse(json: Json): Json {
  if (json !== null) parsePassport(json);
  return json;
}

export function passportOf(params: { readonly passport: Json }): Passport | null {
  return params.passport === null ? null : parsePassport(params.passport);
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
    /** Names of the segments by index, as in a clustering. */
    names: custom({ initial: NO_NAMES, parse: parseNames }),
  },
  lookParams: ['names'],
  estimateMs: (_params, { rows, columns }) => rows * columns * 1.5e-4,
});
