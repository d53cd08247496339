import { isJsonObject, type Json } from '../../core/json';
import { Problem } from '../../core/problem';

export type Verdict = 'keep' | 'drop';

/** What somebody decided for one column, whatever is advised. */
export type Decision = { readonly column: string; readonly verdict: Verdict };

function refuse(json: Json): never {
  throw new Problem('param-invalid', {
    param: 'decisions',
    value: JSON.stringify(json),
    expected: '[{"column": "…", "verdict": "keep" | "drop"}, …]',
  });
}

/** Checks saved decisions; throws `param-invalid`. */
export function parseDecisions(json: Json): readonly Decision[] {
  if (!Array.isArray(json)) return refuse(json);
  return json.map((entry: Json) => {
    if (!isJsonObject(entry) || typeof entry.column !== 'string') return refuse(json);
    const { column, verdict } = entry;
    if (verdict !== 'keep' && verdict !== 'drop') return refuse(json);
    return { column, verdict };
  });
}

/** The decisions with another one for a column; null takes back what was decided for it. */
export function decided(
  decisions: readonly Decision[],
  column: string,
  verdict: Verdict | null,
): readonly Decision[] {
  const others = decisions.filter((decision) => decision.column !== column);
  return verdict === null ? others : [...others, { column, verdict }];
}
