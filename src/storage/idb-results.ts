import { Problem } from '../core/problem';
import { allOrNothing } from './all-or-nothing';
import type { Connection } from './connection';
import type { Database } from './migrations';
import type { Store, StoredResult } from './port';
import { withArrays, withBlobs } from './large-arrays';
import { evictable } from './result-budget';
import { sizeOf } from './size-of';

/** The part of the store that keeps results: the least recently used go beyond the budget. */
export function createResults(
  { write }: Connection,
  { now, budgetBytes }: { readonly now: () => number; readonly budgetBytes: number },
): Pick<Store, 'saveResult' | 'readResults' | 'evictResults'> {
  return {
    saveResult: (result) =>
      write((database) => writeResult(database, result, { nowMs: now(), budgetBytes })),
    readResults: (fingerprints) =>
      write((database) => readResults(database, fingerprints, now())).catch((thrown: unknown) => {
        // Reading notes the use, and a newer Fenqun's results are not touched.
        if (thrown instanceof Problem && thrown.code === 'storage-newer') return new Map();
        throw thrown;
      }),
    evictResults: () => write(evictResults),
  };
}

/** Lets all results go. */
export async function evictResults(database: Database): Promise<void> {
  const transaction = database.transaction(['results', 'resultUses'], 'readwrite');
  await allOrNothing(transaction, [
    () => transaction.objectStore('results').clear(),
    () => transaction.objectStore('resultUses').clear(),
  ]);
}

async function writeResult(
  database: Database,
  result: StoredResult,
  { nowMs, budgetBytes }: { readonly nowMs: number; readonly budgetBytes: number },
): Promise<void> {
  const transaction = database.transaction(['results', 'resultUses'], 'readwrite');
  const results = transaction.objectStore('results');
  const uses = transaction.objectStore('resultUses');
  const { fingerprint } = result;
  const former = await results.get(fingerprint);
  // A cancelled rerun must not take the place of the whole answer.
  const isWorse = result.isPartial && former?.isPartial === false;
  const use = { fingerprint, bytes: sizeOf(result), lastUsedMs: nowMs };
  const others = (await uses.getAll()).filter((other) => other.fingerprint !== fingerprint);
  const gone = evictable([...others, use], { budgetBytes, keep: fingerprint });
  const evictions = gone.flatMap((old) => [() => results.delete(old), () => uses.delete(old)]);
  const puts = isWorse
    ? []
    : [() => results.put({ ...result, display: withBlobs(result.display) }), () => uses.put(use)];
  await allOrNothing(transaction, [...puts, ...evictions]);
}

async function readResults(
  database: Database,
  fingerprints: readonly string[],
  nowMs: number,
): Promise<Map<string, StoredResult>> {
  const transaction = database.transaction(['results', 'resultUses'], 'readwrite');
  const uses = transaction.objectStore('resultUses');
  const found = new Map<string, StoredResult>();
  for (const fingerprint of new Set(fingerprints)) {
    const result = await transaction.objectStore('results').get(fingerprint);
    const use = result && (await uses.get(fingerprint));
    if (!result) continue;
    found.set(fingerprint, result);
    if (use) await uses.put({ ...use, lastUsedMs: nowMs });
  }
  await transaction.done;
  for (const [fingerprint, result] of [...found]) {
    const display = withArrays(result.display);
    // A result whose numbers the browser has lost is no result: it is computed again.
    await display.then(
      (whole) => found.set(fingerprint, { ...result, display: whole }),
      () => found.delete(fingerprint),
    );
  }
  return found;
}
