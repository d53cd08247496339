import { databaseNameFor, scopeOf } from './migrations';
import { mirrorFolderOf } from './slots';
import type { Traces } from './port';
import { witnessCacheOf } from './witness';

/** Databases that are the origin's, not one site's. */
const SHARED = ['fenqun-secrets'];
/** How long another tab may keep a database open before the page goes on without waiting. */
const GIVE_UP_MS = 3000;

/** Everything that this site keeps in the browser, by name. */
export async function listTraces(sitePath: string): Promise<Traces> {
  const own = [databaseNameFor(sitePath), ...SHARED];
  const databases = await indexedDB.databases().catch(() => []);
  const scope = scopeOf(sitePath);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return {
    databases: databases.flatMap(({ name }) => (name && own.includes(name) ? [name] : [])),
    files: await filesOf(mirrorFolderOf(sitePath)),
    caches: (await cachesOf(sitePath)) ?? [],
    texts: Object.keys(localStorage).filter((key) => key.startsWith('fenqun.')),
    workers: workers
      .map((worker) => worker.scope)
      .filter((address) => new URL(address).pathname === scope),
  };
}

/** Takes away everything that `listTraces` lists; lists what is there afterwards. */
export async function eraseTraces(sitePath: string): Promise<Traces> {
  const traces = await listTraces(sitePath);
  // First what says what there was: nobody shall miss what is erased.
  if ('caches' in globalThis) await caches.delete(witnessCacheOf(sitePath));
  for (const key of traces.texts) localStorage.removeItem(key);
  const root = await navigator.storage.getDirectory().catch(() => null);
  await root?.removeEntry(mirrorFolderOf(sitePath), { recursive: true }).catch(() => undefined);
  for (const name of traces.databases) await deleteDatabase(name);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const worker of workers) {
    if (traces.workers.includes(worker.scope)) await worker.unregister();
  }
  for (const name of traces.caches) await caches.delete(name);
  return listTraces(sitePath);
}

/** Deletes a database that cannot be opened; the next visit makes a new one from the second copies. */
export function deleteDamaged(sitePath: string): Promise<void> {
  return deleteDatabase(databaseNameFor(sitePath));
}

async function filesOf(folder: string): Promise<string[]> {
  const root = await navigator.storage.getDirectory().catch(() => null);
  const found = await root?.getDirectoryHandle(folder).catch(() => null);
  const names: string[] = [];
  if (found) for await (const name of found.keys()) names.push(`${folder}/${name}`);
  return names;
}

async function cachesOf(sitePath: string): Promise<string[] | null> {
  if (!('caches' in globalThis)) return null;
  const own = `fenqun ${scopeOf(sitePath)} `;
  const witness = witnessCacheOf(sitePath);
  return (await caches.keys()).filter((name) => name === witness || name.startsWith(own));
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    // Deleted when the last tab lets go; what is listed afterwards says so.
    setTimeout(resolve, GIVE_UP_MS);
  });
}
