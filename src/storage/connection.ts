import { openDB } from 'idb';
import { Problem } from '../core/problem';
import { migrate, SCHEMA_VERSION, type Database, type Schema } from './migrations';
import type { StoreOptions } from './port';

/** The way to the database: reopened when the browser has closed it, given up when told to. */
export interface Connection {
  /** Does work on the open database, once more if the browser closed it meanwhile. */
  readonly use: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
  /** The same for work that writes: refused where a newer Fenqun has written. */
  readonly write: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

export interface ConnectionHooks extends Pick<StoreOptions, 'onTrouble' | 'beforeYield'> {
  /** Called with every database that was opened to be written, before anybody else may use it. */
  readonly opened?: (database: Database, isNew: boolean) => Promise<void>;
}

/** Opens a database; brings an old one up to date. */
export async function openConnection(name: string, hooks: ConnectionHooks): Promise<Connection> {
  const connection = new ReopeningConnection(name, hooks);
  await connection.use(async () => undefined);
  return connection;
}

class ReopeningConnection implements Connection {
  #opening: Promise<Database> | null = null;
  /** Why there is no way back to the database. */
  #ended: 'closed' | 'outdated' | 'erased' | null = null;
  #isNewer = false;

  constructor(
    private readonly name: string,
    private readonly hooks: ConnectionHooks,
  ) {}

  readonly use = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await this.#database());
    } catch (thrown) {
      if (!isClosed(thrown) || this.#ended) throw thrown;
      this.#opening = null;
      return work(await this.#database());
    }
  };

  readonly write = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
    this.use((database) => {
      if (this.#isNewer) throw new Problem('storage-newer', {});
      return work(database);
    });

  readonly close = (): void => {
    this.#ended ??= 'closed';
    void this.#opening?.then((database) => database.close()).catch(() => undefined);
  };

  #database(): Promise<Database> {
    if (this.#ended === 'outdated') throw new Problem('storage-outdated', {});
    if (this.#ended === 'erased') throw new Problem('storage-erased', {});
    this.#opening ??= this.#open().catch((thrown: unknown) => {
      // What could not be opened now may be later.
      this.#opening = null;
      throw thrown;
    });
    return this.#opening;
  }

  async #open(): Promise<Database> {
    const { onTrouble } = this.hooks;
    let isTold = false;
    const tell = (kind: 'waiting' | 'slow'): void => {
      isTold = true;
      onTrouble?.({ kind });
    };
    // A page that is loaded again while it waits is not told a second time that it is blocked.
    const silence = setTimeout(() => !isTold && tell('slow'), SLOW_AFTER_MS);
    try {
      const { database, isNew } = await this.#request(() => tell('waiting'));
      clearTimeout(silence);
      if (isTold && !this.#isNewer) onTrouble?.(null);
      // Whoever may not write here has nothing to bring back either.
      if (!this.#isNewer) await this.hooks.opened?.(database, isNew);
      return database;
    } finally {
      clearTimeout(silence);
    }
  }

  async #request(blocked: () => void): Promise<{ database: Database; isNew: boolean }> {
    const watching = {
      blocking: (_current: number, wanted: number | null) => void this.#yield(wanted),
      terminated: () => (this.#opening = null),
    };
    let isNew = false;
    const database = await openDB<Schema>(this.name, SCHEMA_VERSION, {
      upgrade: (...[opened, oldVersion, , transaction]) => {
        isNew = oldVersion === 0;
        return migrate(opened, oldVersion, transaction);
      },
      blocked,
      ...watching,
    }).catch((thrown: unknown) => {
      if (nameOf(thrown) !== 'VersionError') throw thrown;
      this.#isNewer = true;
      this.hooks.onTrouble?.({ kind: 'newer' });
      return openDB<Schema>(this.name, undefined, watching);
    });
    return { database, isNew };
  }

  /** A newer Fenqun, or somebody who erases everything, wants the database for himself. */
  async #yield(wanted: number | null): Promise<void> {
    const isErased = wanted === null;
    const database = await this.#opening;
    if (!isErased) {
      // Whoever waits shall not wait for a page that cannot finish.
      const late = new Promise<void>((resolve) => setTimeout(resolve, YIELD_WITHIN_MS));
      await Promise.race([this.hooks.beforeYield?.().catch(() => undefined), late]);
    }
    this.#ended ??= isErased ? 'erased' : 'outdated';
    database?.close();
    this.hooks.onTrouble?.({ kind: isErased ? 'erased' : 'outdated' });
  }
}

/** A database that takes longer to open is waited for in words. */
const SLOW_AFTER_MS = 1500;

/** How long the page may go on saving before it gives the database up. */
const YIELD_WITHIN_MS = 1500;

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : '';
}

/** The browser has closed the connection under us: memory, a crash of its storage, site data cleared. */
function isClosed(thrown: unknown): boolean {
  return nameOf(thrown) === 'InvalidStateError';
}

/** Turns what the browser throws into problems that have words. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    const name = nameOf(thrown);
    if (name === 'QuotaExceededError') throw new Problem('storage-full', {});
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem('storage-failed', { reason: message || name });
  }
}
