import type { ProgressReport } from '../engine/port';
import type { StoredResult } from '../storage/port';
import type { Pace } from './pace';

/** A cell under way. */
export interface Run {
  readonly cellId: string;
  readonly fingerprint: string;
  /** Expected to be over before anybody looks. */
  readonly isQuick: boolean;
  /** It was told to stop and has not stopped yet: its answer is nothing to wait for. */
  readonly isEnding?: boolean;
  /** The newest report; null until the first. */
  readonly progress: ProgressReport | null;
  /** What all reports so far say about time; absent until the first. */
  readonly pace?: Pace;
  /** What is known so far, to be looked at meanwhile; null until the first. */
  readonly snapshot: StoredResult | null;
}

/** Share of its own work that a run has done; null while it says nothing, or computes what it needs first. */
export function ownShare({ cellId, pace }: Run): number | null {
  return pace?.cellId === cellId ? pace.share : null;
}

/** Milliseconds that a run still needs; null while there is too little to judge by. */
export function timeLeftMs({ cellId, pace }: Run): number | null {
  return pace?.cellId === cellId ? pace.leftMs : null;
}
