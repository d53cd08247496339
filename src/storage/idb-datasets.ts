import type { Database } from './migrations';
import type { Dataset, Store } from './port';

/** The part of the store that keeps dropped files by the hash of their bytes. */
export function createDatasets(
  database: Database,
  now: () => number,
): Pick<Store, 'saveDataset' | 'readDataset' | 'listDatasets' | 'removeDataset'> {
  return {
    saveDataset: async (dataset, file) => {
      const transaction = database.transaction('datasets', 'readwrite');
      const known = await transaction.store.getKey(dataset.sha256);
      // The same bytes are there already; writing a large file again would be for nothing.
      if (known === undefined) await transaction.store.put({ ...dataset, addedMs: now(), file });
      await transaction.done;
    },
    readDataset: async (sha256) => (await database.get('datasets', sha256))?.file ?? null,
    listDatasets: () => listDatasets(database),
    removeDataset: async (sha256) => {
      const transaction = database.transaction('datasets', 'readwrite');
      await Promise.all([transaction.store.delete(sha256), transaction.done]);
    },
  };
}

async function listDatasets(database: Database): Promise<Dataset[]> {
  const rows = await database.getAll('datasets');
  return rows
    .map(({ sha256, name, sizeBytes, addedMs }) => ({ sha256, name, sizeBytes, addedMs }))
    .sort((a, b) => b.addedMs - a.addedMs);
}
