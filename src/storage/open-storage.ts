import { Problem, reportOf } from '../core/problem';
import { isRemoved } from './head';
import { openIdbStore } from './idb-store';
import { createKeptMarker } from './kept-marker';
import { createLossNote } from './loss-note';
import { createMemoryStore } from './memory-store';
import { createMirror, type Mirror, type MirrorCopy } from './mirror';
import { createMirroredStore } from './mirrored-store';
import type { Store, StoreOptions } from './port';
import { recoverLost } from './recover';
import { createOpfsSlots, type Slots } from './slots';
import { createCacheWitness, type Witness } from './witness';

export interface StoragePorts extends StoreOptions {
  readonly sitePath: string;
  /** The browser's storage for texts, where it grants one. */
  readonly texts: Storage | null;
  /** Where second copies lie; the browser's private file system unless a test says otherwise. */
  readonly slots?: Slots;
  /** Says what was kept where even the note of it is lost; the cache storage unless a test says otherwise. */
  readonly witness?: Witness;
}

/**
 * Opens all that keeps the work of a site: the database, a second copy of every notebook, a note
 * of which there are. A browser that stores nothing still works, and every save says that it was none.
 */
export async function openStorage(ports: StoragePorts): Promise<Store> {
  const { sitePath, texts, onTrouble } = ports;
  const marker = createKeptMarker(sitePath, texts, ports.witness ?? createCacheWitness(sitePath));
  const note = createLossNote(sitePath, texts);
  const slots = ports.slots ?? createOpfsSlots(sitePath, () => navigator.storage.getDirectory());
  const mirror = createMirror(slots);
  try {
    const store = await openIdbStore(sitePath, {
      ...ports,
      opened: async (database, isNew) => {
        const found = await recoverLost(database, { mirror, marker, note, isNew });
        if (found) onTrouble?.(found);
      },
    });
    return createMirroredStore(store, mirror, marker);
  } catch (thrown) {
    const { code, facts } = reportOf(thrown);
    const reason = 'reason' in facts ? String(facts.reason) : code;
    const copies = await copiesOf(mirror);
    onTrouble?.({ kind: 'memory', reason, ...(copies.length > 0 && { copies: copies.length }) });
    return createRefusingStore(reason, copies);
  }
}

/** Shows what second copies there are, and keeps nothing. */
async function createRefusingStore(reason: string, copies: readonly MirrorCopy[]): Promise<Store> {
  const store = createMemoryStore();
  for (const { head, notebook } of copies) {
    await store.saveNotebook({ id: head.id, notebook, basedOn: 0, summary: head.summary });
    if (isRemoved(head)) await store.removeNotebook(head.id);
  }
  return { ...store, saveNotebook: () => Promise.reject(new Problem('storage-none', { reason })) };
}

async function copiesOf(mirror: Mirror): Promise<MirrorCopy[]> {
  const ids = await mirror.list().catch(() => []);
  const copies = await Promise.all(ids.map((id) => mirror.read(id).catch(() => null)));
  return copies.filter((copy) => copy !== null);
}
