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
  const { caches } = globalThis as { caches?: CacheStorage };
  const cacheName = witnessCacheOf(sitePath);
  let writing: Promise<void> = Promise.resolve();
  const put = async (text: string): Promise<void> => {
    await (await caches?.open(cacheName))?.put(KEY, new Response(text));
  };
  return {
    // Asked without opening it: a visit that keeps nothing leaves nothing.
    read: async () => {
      const found = await caches?.match(KEY, { cacheName }).catch(() => undefined);
      return (await found?.text().catch(() => null)) ?? null;
    },
    write: (text) => {
      writing = writing.then(() => put(text)).catch(() => undefined);
      return writing;
    },
  };
}
