import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';

/** Columns that say on each side which rows belong together. */
export type KeyPair = {
  readonly left: string;
  readonly right: string;
};

const MOST_KEYS = 20;

function refuse(value: Json): never {
  const expected = `[{"left": "…", "right": "…"}, …] (≤ ${MOST_KEYS})`;
  throw new Problem('param-invalid', { param: 'keys', value: JSON.stringify(value), expected });
}

/** Checks saved keys for their form alone. */
export function parseKeys(json: Json): readonly KeyPair[] {
  if (!Array.isArray(json) || json.length > MOST_KEYS) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry)) return refuse(json);
    const { left, right } = entry;
    if (typeof left !== 'string' || typeof right !== 'string') return refuse(json);
    return { left, right };
  });
}

/** The pairs of which both sides are chosen. */
export function wholePairs(keys: readonly KeyPair[]): readonly KeyPair[] {
  return keys.filter(({ left, right }) => left !== '' && right !== '');
}
