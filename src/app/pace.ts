import type { ProgressReport } from '../engine/port';

/** How a cell under way has come along so far, and how long it still needs by that. */
export interface Pace {
  /** The cell whose share this is; a run computes first what it needs of the cells above. */
  readonly cellId: string;
  /** Share of the work that is done, 0 … 1; never falls. */
  readonly share: number;
  /** Milliseconds that are left; never negative, null while there is too little to judge by. */
  readonly leftMs: number | null;
  /** Where this cell began. */
  readonly first: Point;
  readonly last: Point;
}

interface Point {
  readonly elapsedMs: number;
  readonly share: number;
}

/** Nothing is said before so much time has passed and so much is done. */
const LEAST = { elapsedMs: 400, share: 0.03 };

/** What is said moves towards what is reckoned with this time constant. */
const CALM_MS = 1000;

/** A first guess may be as good as nothing: what is said may always grow as if it were this more. */
const FLOOR_MS = 500;

/** Share of the work that is done, 0 … 1. */
export function shareDone({ done, total }: Pick<ProgressReport, 'done' | 'total'>): number {
  return total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
}

/** One report more. A run that began anew, with another engine, does not fall back. */
export function paceAfter(before: Pace | undefined, report: ProgressReport): Pace {
  const now: Point = { elapsedMs: report.elapsedMs, share: shareDone(report) };
  const { cellId } = report;
  if (before?.cellId !== cellId || now.elapsedMs < before.last.elapsedMs) {
    const share = before?.cellId === cellId ? Math.max(before.share, now.share) : now.share;
    return { cellId, share, leftMs: null, first: now, last: now };
  }
  const { first, last } = before;
  const share = Math.max(before.share, now.share);
  const elapsed = now.elapsedMs - first.elapsedMs;
  const done = now.share - first.share;
  const isKnown = elapsed >= LEAST.elapsedMs && done >= LEAST.share;
  // The pace of all reports together: of those tried on recorded runs the one that was off least.
  const reckoned = ((1 - share) * elapsed) / done;
  const dt = now.elapsedMs - last.elapsedMs;
  const leftMs = isKnown ? calmed(before.leftMs, reckoned, dt) : before.leftMs;
  return { cellId, share, leftMs, first, last: now };
}

/** What to say now: the time that passed is taken off, and the rest moves without a jump. */
function calmed(said: number | null, reckoned: number, dt: number): number {
  if (said === null) return reckoned;
  const expected = Math.max(0, said - dt);
  const most = (expected + FLOOR_MS) * Math.exp(dt / CALM_MS);
  const moved = expected + (1 - Math.exp(-dt / CALM_MS)) * (reckoned - expected);
  return reckoned === 0 ? 0 : Math.max(0, Math.min(most, moved));
}
