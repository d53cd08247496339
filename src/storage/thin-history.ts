import type { Version } from './port';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LAST = 50;
const LAST_WHEN_SHORT = 10;

/**
 * The versions of one notebook that may go: neither named, nor of the last 50, nor the latest of
 * an hour of the last day or of a day of the last 30.
 */
export function thinned(versions: readonly Version[], nowMs: number): Version[] {
  const latestFirst = [...versions].sort((a, b) => b.number - a.number);
  const slots = new Set<string>();
  return latestFirst.filter((version, place) => {
    if (version.reason === 'named') return false;
    const slot = slotOf(version, nowMs);
    const isLatestOfSlot = slot !== null && !slots.has(slot);
    if (slot !== null) slots.add(slot);
    return place >= LAST && !isLatestOfSlot;
  });
}

/** The hour or day that a version may stand for; null for one that is older than a month. */
function slotOf({ atMs }: Version, nowMs: number): string | null {
  const age = nowMs - atMs;
  if (age <= DAY_MS) return `hour ${Math.floor(atMs / HOUR_MS)}`;
  if (age <= 30 * DAY_MS) return `day ${Math.floor(atMs / DAY_MS)}`;
  return null;
}

/** The versions that may go when room is short: all but the named ones and the last ten of each notebook. */
export function prunable(versions: readonly Version[]): Version[] {
  const latestFirst = [...versions].sort((a, b) => b.number - a.number);
  const seen = new Map<string, number>();
  return latestFirst.filter(({ notebookId, reason }) => {
    const place = seen.get(notebookId) ?? 0;
    seen.set(notebookId, place + 1);
    return reason !== 'named' && place >= LAST_WHEN_SHORT;
  });
}
