import { allOrNothing } from './all-or-nothing';
import type { Connection } from './connection';
import { rangeOf } from './key-ranges';
import type { Database } from './migrations';
import type { Store } from './port';

/** The part of the store that keeps what was deleted, for a while. */
export function createBins(
  { use, write }: Connection,
  eraseNotebook: Store['eraseNotebook'],
): Pick<Store, 'listBinned' | 'emptyBins'> {
  return {
    listBinned: (id) =>
      use(async (database) => (await database.getAll('bin', rangeOf(id))).reverse()),
    emptyBins: async (beforeMs) => {
      const old = await use(async (database) =>
        (await database.getAll('notebooks')).filter(
          ({ removedMs }) => removedMs !== undefined && removedMs < beforeMs,
        ),
      );
      for (const { id } of old) await eraseNotebook(id);
      await write((database) => emptyCellBins(database, beforeMs));
    },
  };
}

async function emptyCellBins(database: Database, beforeMs: number): Promise<void> {
  const transaction = database.transaction('bin', 'readwrite');
  const old = (await transaction.store.getAllKeys()).filter(([, atMs]) => atMs < beforeMs);
  await allOrNothing(
    transaction,
    old.map((key) => () => transaction.store.delete(key)),
  );
}
