/** A stored result as eviction sees it. */
export interface Use {
  readonly fingerprint: string;
  readonly bytes: number;
  readonly lastUsedMs: number;
}

/**
 * The fingerprints to let go so that the rest fits the budget, least recently used first. The
 * one just saved stays even when it alone is over the budget: somebody is looking at it.
 */
export function evictable(
  uses: readonly Use[],
  { budgetBytes, keep }: { readonly budgetBytes: number; readonly keep: string },
): string[] {
  let total = uses.reduce((sum, use) => sum + use.bytes, 0);
  const oldestFirst = uses
    .filter((use) => use.fingerprint !== keep)
    .sort((a, b) => a.lastUsedMs - b.lastUsedMs);
  const gone: string[] = [];
  for (const use of oldestFirst) {
    if (total <= budgetBytes) break;
    total -= use.bytes;
    gone.push(use.fingerprint);
  }
  return gone;
}
