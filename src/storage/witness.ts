import { scopeOf } from './migrations';

/** A place for a short text, far from where the rest is kept. */
export interface Witness {
  /** Null: nothing was written here, or it cannot be read. */
  readonly read: () => Promise<string | null>;
  /** The last text written stays. A browser may refuse: then there is none. */
  readonly write: (text: string) => Promise<void>;
}

const KEY = 'kept-notebooks';

/** The cache of a site's witness; the service worker knows nothing of it. */
export function witnessCacheOf(sitePath: string): string {
  return `fenqun-kept ${scopeOf(sitePath)}`;
}

/**
 * The cache storage as witness: a browser that finds its texts, its database or its private files
 * damaged throws all of that place away, and this is none of them. Absent where pages are not secure.
 */
export function createCacheWitness(sitePath: string): Witness {
  const cacheName = witnessCacheOf(sitePath);
  let writing: Promise<void> = Promise.resolve();
  return {
    // Asked without opening it: a visit that keeps nothing leaves nothing.
    read: async () => {
      try {
        const found = await cacheStorage()?.match(KEY, { cacheName });
        return (await found?.text()) ?? null;
      } catch {
        return null;
      }
    },
    write: (text) => {
      const put = async (): Promise<void> => {
        await (await cacheStorage()?.open(cacheName))?.put(KEY, new Response(text));
      };
      writing = writing.then(put).catch(() => undefined);
      return writing;
    },
  };
}

/** A page in a sandbox is refused the very name, with an exception: whoever asks must catch it. */
function cacheStorage(): CacheStorage | undefined {
  return (globalThis as { caches?: CacheStorage }).caches;
}
