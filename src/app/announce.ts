import type { Words } from '../core/words';
import { frame } from '../locale/frame';
import type { Pending } from './pending';

/** What to say aloud when the work of the engine changes; null for nothing. */
export function announcementOf(before: Pending, now: Pending): Words | null {
  if (before.busyCount === 0 && now.busyCount > 0) return frame.runningCells(now.busyCount);
  if (before.busyCount > 0 && now.busyCount === 0) {
    if (now.failedCount > 0) return frame.failedCells(now.failedCount);
    return now.cellIds.length + now.emptyCount === 0 ? frame.allFresh : frame.runDone;
  }
  if (now.busyCount === 0 && now.staleCount > before.staleCount) {
    return frame.becameStale(now.staleCount);
  }
  return null;
}
