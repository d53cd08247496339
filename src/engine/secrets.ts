/**
 * Keys that stay in this browser, in a database of their own: no notebook, result or file holds them,
 * and deleting the site's storage deletes them.
 */
const DATABASE = 'fenqun-secrets';
const STORE = 'keys';
const BYTES = 32;

/** The key of this name; a random one is made and kept when there is none. */
export async function secretOf(name: string): Promise<Uint8Array> {
  const database = await opened();
  try {
    // One transaction reads and writes: two tabs that ask at once get the same key.
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    const known: unknown = await answered(store.get(name));
    if (known instanceof Uint8Array) return known;
    const fresh = crypto.getRandomValues(new Uint8Array(BYTES));
    await answered(store.add(fresh, name));
    return fresh;
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the key store did not answer'));
  });
}
