import { guarded, openConnection, type Connection, type ConnectionHooks } from './connection';
import { createBins } from './idb-bin';
import { createDatasets } from './idb-datasets';
import { createHistories } from './idb-history';
import { createNotebooks } from './idb-notebooks';
import { createResults, evictResults } from './idb-results';
import { databaseNameFor } from './migrations';
import { DEFAULT_RESULT_BUDGET_BYTES, type Store, type StoreOptions } from './port';
import type { StorageSizes } from './port';

/** Opens the store of the site at this path, e.g. `/demo/`; brings an old database up to date. */
export async function openIdbStore(
  sitePath: string,
  options: StoreOptions & ConnectionHooks = {},
): Promise<Store> {
  const name = databaseNameFor(sitePath);
  const connection = await guarded(() => openConnection(name, options));
  return storeOn(connection, options);
}

function storeOn(connection: Connection, options: StoreOptions): Store {
  const now = options.now ?? Date.now;
  const budgetBytes = options.resultBudgetBytes ?? DEFAULT_RESULT_BUDGET_BYTES;
  const notebooks = createNotebooks(connection, now);
  const store: Store = {
    ...notebooks,
    ...createHistories(connection),
    ...createBins(connection, notebooks.eraseNotebook),
    ...createResults(connection, { now, budgetBytes }),
    ...createDatasets(connection, now),
    sizes: () => sizesOf(connection),
    close: () => connection.close(),
  };
  const evict = () => connection.write(evictResults);
  return {
    ...guardedStore(store),
    // Results can be computed again; what people wrote cannot.
    saveNotebook: (request) => guarded(() => withRoom(() => store.saveNotebook(request), evict)),
    replaceNotebook: (request) =>
      guarded(() => withRoom(() => store.replaceNotebook(request), evict)),
    saveDataset: (dataset, file) =>
      guarded(() => withRoom(() => store.saveDataset(dataset, file), evict)),
  };
}

/** Does work; when the disk is full, once more after room was made. */
async function withRoom<T>(work: () => Promise<T>, makeRoom: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Error && thrown.name === 'QuotaExceededError')) throw thrown;
    await makeRoom();
    return work();
  }
}

async function sizesOf({ use }: Connection): Promise<StorageSizes> {
  const sum = (rows: readonly { readonly bytes: number }[]) =>
    rows.reduce((total, { bytes }) => total + bytes, 0);
  return use(async (database) => ({
    results: sum(await database.getAll('resultUses')),
    history: sum(await database.getAll('states')),
    datasets: (await database.getAll('datasets')).reduce(
      (all, { sizeBytes }) => all + sizeBytes,
      0,
    ),
  }));
}

type Method = (...given: never[]) => Promise<unknown>;

/** Every promise of the store rejects with a problem, never with what the browser threw. */
function guardedStore(store: Store): Store {
  const { close, ...methods } = store;
  const entries = Object.entries<Method>(methods).map(([name, method]) => [
    name,
    (...given: never[]) => guarded(() => method(...given)),
  ]);
  // The same names, each with the parameters and the answer that it had.
  return { ...(Object.fromEntries(entries) as typeof methods), close };
}
