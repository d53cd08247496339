import type { Json } from '../../core/json';
import { refuse } from '../../core/params';

export const USUAL_WINDOWS: readonly number[] = [7, 30, 90];
const MOST_WINDOWS = 6;
const MOST_DAYS = 3650;
const MOST_CHOSEN = 20;

/** Windows in whole days, ascending, each once. */
export function parseWindows(json: Json): readonly number[] {
  const isDays = (each: Json) =>
    typeof each === 'number' && Number.isInteger(each) && each >= 1 && each <= MOST_DAYS;
  if (!Array.isArray(json) || json.length > MOST_WINDOWS || !json.every(isDays)) {
    return refuse('windows', json, '[7, 30, 90]');
  }
  // Checked just above.
  return [...new Set(json as readonly number[])].sort((a, b) => a - b);
}

/** Days as somebody typed them; null for what are no windows. */
export function windowsFromText(typed: string): readonly number[] | null {
  const words = typed.split(/[\s,，、;；]+/).filter((word) => word !== '');
  try {
    return parseWindows(words.map(Number));
  } catch {
    return null;
  }
}

/** Names of events, each once. */
export function parseChosen(json: Json): readonly string[] {
  const isName = (each: Json) => typeof each === 'string' && each !== '';
  if (!Array.isArray(json) || json.length > MOST_CHOSEN || !json.every(isName)) {
    return refuse('chosen', json, '["purchase", …]');
  }
  // Checked just above.
  return [...new Set(json as readonly string[])];
}
