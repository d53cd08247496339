import type { KeptMarker } from './kept-marker';
import type { Mirror, MirrorCopy } from './mirror';
import type { NotebookHead, Store, StoredNotebook } from './port';

/** A store whose notebooks have a second copy elsewhere, written after each save. */
export function createMirroredStore(store: Store, mirror: Mirror, marker: KeptMarker): Store {
  const copying = createCopying(mirror);
  const erase = async (id: string) => {
    // First the marks: whatever happens in between, it does not come back.
    marker.remove(id);
    await copying.remove(id);
    await store.eraseNotebook(id);
  };
  return {
    ...store,
    saveNotebook: async (request) => {
      const result = await store.saveNotebook(request);
      if (result.status === 'saved') {
        marker.add(result.head);
        // A browser that was killed may throw its database away: then the copy is all there is.
        await copying.add({ head: result.head, notebook: request.notebook });
      }
      return result;
    },
    replaceNotebook: replacing(store, { marker, copying }),
    openNotebook: async (id) => {
      const opened = await store.openNotebook(id).catch((thrown: unknown) => ({ thrown }));
      if (opened && !('thrown' in opened) && opened.isIntact) return opened;
      if (!opened) return null;
      const copy = await mirror.read(id).catch(() => null);
      return mended(opened, copy);
    },
    // Whether it is in the bin is part of the copy: what was deleted does not come back as in use.
    removeNotebook: async (id) => {
      await store.removeNotebook(id);
      await copying.again(await store.listRemoved(), id);
    },
    bringBack: async (id) => {
      await store.bringBack(id);
      await copying.again(await store.listNotebooks(), id);
    },
    eraseNotebook: erase,
    emptyBins: async (beforeMs) => {
      for (const { id, removedMs = Infinity } of await store.listRemoved()) {
        if (removedMs < beforeMs) await erase(id);
      }
      await store.emptyBins(beforeMs);
    },
    close: () => {
      store.close();
    },
  };
}

/** A second copy that takes longer is not waited for: the database has the notebook. */
const COPY_WITHIN_MS = 1000;

/** Replaces a notebook; what its copies hold must not outlive it. */
function replacing(
  store: Store,
  { marker, copying }: { marker: KeptMarker; copying: ReturnType<typeof createCopying> },
): Store['replaceNotebook'] {
  return async (request) => {
    const { id, notebook } = request;
    // Until the next copy there is none, but the database has one or the other whole.
    marker.remove(id);
    await copying.remove(id);
    const result = await store.replaceNotebook(request);
    if (result.status === 'saved') {
      marker.add(result.head);
      copying.add({ head: result.head, notebook });
    }
    return result;
  };
}

/** What could not be read whole, from its copy where that is the same state. */
function mended(
  opened: StoredNotebook | { readonly thrown: unknown },
  copy: MirrorCopy | null,
): StoredNotebook {
  if ('thrown' in opened) {
    if (!copy) throw opened.thrown;
    return { head: copy.head, notebook: copy.notebook, isIntact: true, damaged: [] };
  }
  const isSame = copy?.head.hash === opened.head.hash;
  return isSame ? { ...opened, notebook: copy.notebook, isIntact: true, damaged: [] } : opened;
}

/** Writes copies one after the other, of each notebook the latest. */
function createCopying(mirror: Mirror): {
  /** Resolves once the copy, or a later one, is written; soon in any case. */
  readonly add: (copy: MirrorCopy) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Copies a notebook once more, as it is, under the head that it has now. */
  readonly again: (heads: readonly NotebookHead[], id: string) => Promise<void>;
} {
  const waiting = new Map<string, MirrorCopy>();
  let working: Promise<void> | null = null;
  const work = async () => {
    for (let [next] = waiting; next; [next] = waiting) {
      const [id, copy] = next;
      waiting.delete(id);
      // No second copy is better than no first one: a full disk shows when the database is full.
      await mirror.write(copy).catch(() => undefined);
    }
    working = null;
  };
  const add = async (copy: MirrorCopy) => {
    waiting.set(copy.head.id, copy);
    working ??= work();
    const late = new Promise<void>((resolve) => setTimeout(resolve, COPY_WITHIN_MS));
    await Promise.race([working, late]);
  };
  return {
    add,
    remove: async (id) => {
      waiting.delete(id);
      await working;
      await mirror.remove(id).catch(() => undefined);
    },
    again: async (heads, id) => {
      if (!waiting.has(id)) await working;
      const last = waiting.get(id) ?? (await mirror.read(id).catch(() => null));
      const head = heads.find((each) => each.id === id);
      if (last && head?.hash === last.head.hash) await add({ notebook: last.notebook, head });
    },
  };
}
