import { allOrNothing } from './all-or-nothing';
import { isRemoved } from './head';
import { documentWrites, DOCUMENT } from './idb-notebooks';
import type { KeptMarker } from './kept-marker';
import type { LossNote } from './loss-note';
import type { Database } from './migrations';
import type { Mirror, MirrorCopy } from './mirror';
import type { StorageTrouble } from './port';

interface Places {
  readonly mirror: Mirror;
  readonly marker: KeptMarker;
  readonly note: LossNote;
}

type Restored = Extract<StorageTrouble, { kind: 'restored' }>;

/**
 * Brings back from the second copy what a database has lost; null when it has lost nothing. What
 * was erased on purpose is in neither the marker nor the mirror. What was found once is told until
 * people have put it away, and looked for even then.
 */
export async function recoverLost(
  database: Database,
  { mirror, marker, note, isNew }: Places & { readonly isNew: boolean },
): Promise<Restored | null> {
  await marker.mend();
  const titles = marker.list();
  const copied = isNew ? await mirror.list().catch(() => []) : [];
  const known = new Set(await database.getAllKeys('notebooks'));
  const lost = [...new Set([...titles.keys(), ...copied])].filter((id) => !known.has(id));
  const restored: string[] = [];
  const missing = new Map<string, string>();
  for (const id of lost) {
    const copy = await mirror.read(id).catch(() => null);
    if (copy) {
      await restoreCopy(database, copy);
      marker.add(copy.head);
      // What lay in the bin lies there again, and nobody misses it.
      if (!isRemoved(copy.head)) restored.push(copy.head.title);
    } else if (!note.putAway().has(id)) missing.set(id, titles.get(id) ?? '');
  }
  note.addRestored(restored);
  const told = note.restored();
  if (told.length + missing.size === 0) return null;
  const putAway = () => note.dismiss([...missing.keys()]);
  return { kind: 'restored', restored: told, missing: [...missing.values()], putAway };
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
