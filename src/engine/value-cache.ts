import type { Value } from '../core/values';
import { bytesOf } from './buffers';

/** A finished cell: what flows on and what its view sees. */
export interface Finished {
  readonly value: Value;
  readonly display: unknown;
}

export interface ValueCache {
  readonly get: (fingerprint: string) => Finished | undefined;
  readonly put: (fingerprint: string, finished: Finished) => void;
  readonly sizeBytes: () => number;
}

/**
 * Finished values by fingerprint; the least recently used go first when the budget is
 * exceeded. The newest always stays, however large, since the next cell is about to ask for it.
 */
export function createValueCache(budgetBytes: number): ValueCache {
  // A Map keeps the order of insertion: putting back what was used makes it the newest.
  const kept = new Map<string, { readonly finished: Finished; readonly bytes: number }>();
  let total = 0;
  function drop(fingerprint: string): void {
    total -= kept.get(fingerprint)?.bytes ?? 0;
    kept.delete(fingerprint);
  }
  return {
    get(fingerprint) {
      const entry = kept.get(fingerprint);
      if (!entry) return undefined;
      kept.delete(fingerprint);
      kept.set(fingerprint, entry);
      return entry.finished;
    },
    put(fingerprint, finished) {
      drop(fingerprint);
      const bytes = bytesOf(finished.value);
      kept.set(fingerprint, { finished, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= budgetBytes || oldest === fingerprint) break;
        drop(oldest);
      }
    },
    sizeBytes: () => total,
  };
}
