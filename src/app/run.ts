import type { ProgressReport } from '../engine/port';
import type { StoredResult } from '../storage/port';

/** A cell under way. */
export interface Run {
  readonly cellId: string;
  readonly fingerprint: string;
  /** Expected to be over before anybody looks. */
  readonly isQuick: boolean;
  /** The newest report; null until the first. */
  readonly progress: ProgressReport | null;
  /** What is known so far, to be looked at meanwhile; null until the first. */
  readonly snapshot: StoredResult | null;
}

/** Share of the work that is done, 0 … 1. */
export function shareDone({ done, total }: Pick<ProgressReport, 'done' | 'total'>): number {
  return total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
}

/** Milliseconds that a run still needs at its present pace; null while there is too little to judge by. */
export function timeLeftMs(progress: ProgressReport): number | null {
  const share = shareDone(progress);
  const isTooEarly = progress.elapsedMs < 400 || share < 0.03;
  return isTooEarly ? null : (progress.elapsedMs * (1 - share)) / share;
}
