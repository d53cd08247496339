/** Where a service worker keeps the builds of its site; other sites of the origin have names of their own. */
export interface SiteCaches {
  readonly name: string;
  readonly open: () => Promise<Cache>;
  /** The build that was in use before this one, for tabs that still show it. */
  readonly openPrevious: () => Promise<Cache | null>;
  /** Makes this the build in use: of the others only the one before it stays. */
  readonly settle: () => Promise<void>;
}

/** Not a file: the mark of a build that was in use, so that one that never was is not taken for it. */
const USED = 'in-use';

/** The cache of one build of the site in this folder. */
export function cacheName(scope: string, version: string): string {
  return prefixOf(scope) + version;
}

// A path holds no space, so none is the beginning of another's name.
const prefixOf = (scope: string): string => `fenqun ${new URL(scope).pathname} `;

export function createSiteCaches(
  storage: CacheStorage,
  { scope, version }: { readonly scope: string; readonly version: string },
): SiteCaches {
  const prefix = prefixOf(scope);
  const name = cacheName(scope, version);
  const mark = new URL(USED, scope).href;

  /** In the order in which they were made. */
  async function usedBefore(): Promise<string[]> {
    const used: string[] = [];
    for (const other of await storage.keys()) {
      if (!other.startsWith(prefix) || other === name) continue;
      if (await (await storage.open(other)).match(mark)) used.push(other);
    }
    return used;
  }

  return {
    name,
    open: () => storage.open(name),
    openPrevious: async () => {
      const previous = (await usedBefore()).at(-1);
      return previous === undefined ? null : storage.open(previous);
    },
    settle: async () => {
      const previous = (await usedBefore()).at(-1);
      await (await storage.open(name)).put(mark, new Response(''));
      for (const other of await storage.keys()) {
        const isOurs = other.startsWith(prefix);
        if (isOurs && other !== name && other !== previous) await storage.delete(other);
      }
    },
  };
}
