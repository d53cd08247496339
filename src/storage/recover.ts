import { allOrNothing } from './all-or-nothing';
import { isRemoved } from './head';
import { documentWrites, DOCUMENT } from './idb-notebooks';
import type { KeptMarker } from './kept-marker';
import type { Database } from './migrations';
import type { Mirror, MirrorCopy } from './mirror';
import type { StorageTrouble } from './port';

type Restored = Extract<StorageTrouble, { kind: 'restored' }>;

/**
 * Brings back from the second copy what a database has lost; null when it has lost nothing. What
 * was erased on purpose is in neither the marker nor the mirror.
 */
export async function recoverLost(
  database: Database,
  { mirror, marker, isNew }: { mirror: Mirror; marker: KeptMarker; isNew: boolean },
): Promise<Restored | null> {
  const titles = marker.list();
  const copied = isNew ? await mirror.list().catch(() => []) : [];
  const known = new Set(await database.getAllKeys('notebooks'));
  const lost = [...new Set([...titles.keys(), ...copied])].filter((id) => !known.has(id));
  if (lost.length === 0) return null;
  const restored: string[] = [];
  const missing: string[] = [];
  for (const id of lost) {
    const copy = await mirror.read(id).catch(() => null);
    if (copy) {
      await restoreCopy(database, copy);
      marker.add(copy.head);
      // What lay in the bin lies there again, and nobody misses it.
      if (!isRemoved(copy.head)) restored.push(copy.head.title);
    } else missing.push(titles.get(id) ?? '');
  }
  if (restored.length + missing.length === 0) return null;
  return { kind: 'restored', restored, missing };
}

/** Writes a copy as it was, where there is nothing. */
async function restoreCopy(database: Database, { head, notebook }: MirrorCopy): Promise<void> {
  const transaction = database.transaction(DOCUMENT, 'readwrite', { durability: 'strict' });
  const known = await transaction.objectStore('notebooks').getKey(head.id);
  await allOrNothing(
    transaction,
    known === undefined ? documentWrites(transaction, notebook, head) : [],
  );
}
