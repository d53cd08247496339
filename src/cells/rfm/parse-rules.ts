import type { Json, JsonObject } from '../../core/json';
import type { GroupRule, ScoreRange } from '../../table/rfm/group-rules';
import { refuse } from '../../core/params';

const EXPECTED = '[{"group": "champions", "r": [4, 5], "f": [4, 5], "m": [4, 5]}, …]';
/** More rules than cells of scores say nothing new. */
const MOST_RULES = 125;

/** Ordered rules of groups, each with a name and three ranges of scores from 1 to 5. */
export function parseRules(json: Json): readonly GroupRule[] {
  if (!Array.isArray(json) || json.length > MOST_RULES) return refuse('rules', json, EXPECTED);
  return (json as readonly Json[]).map((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      return refuse('rules', entry, EXPECTED);
    }
    const { group, r, f, m } = entry as JsonObject;
    const isNamed = typeof group === 'string' && group.trim() !== '' && group.length <= 80;
    if (!isNamed || !isRange(r) || !isRange(f) || !isRange(m)) {
      return refuse('rules', entry, EXPECTED);
    }
    return { group, r, f, m };
  });
}

function isRange(json: Json | undefined): json is ScoreRange {
  if (!Array.isArray(json) || json.length !== 2) return false;
  const [from, to] = json as readonly Json[];
  const isScore = (score: Json | undefined) =>
    typeof score === 'number' && Number.isInteger(score) && score >= 1 && score <= 5;
  return isScore(from) && isScore(to) && Number(from) <= Number(to);
}
