import type { Json } from './json';
import { refuse } from './params';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day as `2024-05-01`, or empty for the day after the last row. */
export function parseReference(json: Json): string {
  const isDay = typeof json === 'string' && (json === '' || DAY.test(json));
  if (!isDay) return refuse('reference', json, '"2024-05-01"');
  const ms = Date.parse(json);
  // 2024-02-31 is taken for March by some.
  if (json !== '' && !(Number.isFinite(ms) && new Date(ms).toISOString().startsWith(json))) {
    return refuse('reference', json, '"2024-05-01"');
  }
  return json;
}

/** Midnight of the day, UTC; null where none is said. */
export function referenceMs(reference: string): number | null {
  return reference === '' ? null : Date.parse(reference);
}

/** The day of a moment as `2024-05-01`; empty for what is no moment. */
export function dayText(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, -14);
}
