import { allOrNothing } from './all-or-nothing';
import type { Connection } from './connection';
import type { Database } from './migrations';
import type { Dataset, Store } from './port';

/** The part of the store that keeps dropped files by the hash of their bytes. */
export function createDatasets(
  { use, write }: Connection,
  now: () => number,
): Pick<Store, 'saveDataset' | 'readDataset' | 'listDatasets' | 'removeDataset'> {
  return {
    saveDataset: (dataset, file) =>
      write(async (database) => {
        const transaction = database.transaction('datasets', 'readwrite');
        const known = await transaction.store.getKey(dataset.sha256);
        const row = { ...dataset, addedMs: now(), file };
        // The same bytes are there already; writing a large file again would be for nothing.
        await allOrNothing(transaction, known ? [] : [() => transaction.store.put(row)]);
      }),
    readDataset: (sha256) =>
      use(async (database) => (await database.get('datasets', sha256))?.file ?? null),
    listDatasets: () => use(listDatasets),
    removeDataset: (sha256) => write((database) => database.delete('datasets', sha256)),
  };
}

async function listDatasets(database: Database): Promise<Dataset[]> {
  const rows = await database.getAll('datasets');
  return rows
    .map(({ sha256, name, sizeBytes, addedMs }) => ({ sha256, name, sizeBytes, addedMs }))
    .sort((a, b) => b.addedMs - a.addedMs);
}
