import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';
import type { Partner } from '../../core/values';

/** Two number columns that become one feature more. */
export type Interaction = {
  readonly a: string;
  readonly b: string;
  readonly operation: Partner['operation'];
};

/** Checks saved interactions; throws `param-invalid`. */
export function parseInteractions(json: Json): readonly Interaction[] {
  if (!Array.isArray(json)) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry)) return refuse(json);
    const { a, b, operation } = entry;
    const isPair = typeof a === 'string' && typeof b === 'string';
    if (!isPair || (operation !== 'product' && operation !== 'ratio')) return refuse(json);
    return { a, b, operation };
  });
}

function refuse(value: Json): never {
  const expected = '[{"a": "…", "b": "…", "operation": "product" | "ratio"}, …]';
  const facts = { param: 'interactions', value: JSON.stringify(value), expected };
  throw new Problem('param-invalid', facts);
}

/** What the display calls it, and the rules of its own. */
export function nameOfInteraction({ a, b, operation }: Interaction): string {
  return `${a} ${operation === 'product' ? '×' : '÷'} ${b}`;
}
