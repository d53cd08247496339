import type { IDBPTransaction } from 'idb';
import { allOrNothing, type Write } from './all-or-nothing';
import type { Connection } from './connection';
import { rangeOf } from './key-ranges';
import type { Database, Schema, StoreName } from './migrations';
import type { SaveRequest, Store, Version } from './port';
import { prunable, thinned } from './thin-history';

const HISTORY = ['versions', 'states'] as const;
type Writing<Names extends StoreName[]> = IDBPTransaction<Schema, Names, 'readwrite'>;

/** The part of the store that keeps versions of notebooks. */
export function createHistories({
  use,
  write,
}: Connection): Pick<Store, 'listVersions' | 'openVersion' | 'renameVersion' | 'pruneHistory'> {
  return {
    listVersions: (id) =>
      use(async (database) => (await database.getAll('versions', rangeOf(id))).reverse()),
    openVersion: (id, number) =>
      use(async (database) => (await database.get('states', [id, number]))?.notebook ?? null),
    renameVersion: (id, number, name) =>
      write(async (database) => {
        const transaction = database.transaction('versions', 'readwrite');
        const version = await transaction.store.get([id, number]);
        // A name is given to what shall stay.
        if (version) await transaction.store.put({ ...version, reason: 'named', name });
        await transaction.done;
      }),
    pruneHistory: () => write(pruneHistory),
  };
}

/** The writes that append states to a notebook's history and let go what need not stay. */
export async function keepWrites(
  transaction: Writing<('notebooks' | 'cells' | 'versions' | 'states' | 'bin')[]>,
  { id: notebookId, keep = [] }: SaveRequest,
  nowMs: number,
): Promise<Write[]> {
  if (keep.length === 0) return [];
  const versions = transaction.objectStore('versions');
  const states = transaction.objectStore('states');
  const before = await versions.getAll(rangeOf(notebookId));
  const last = before.at(-1)?.number ?? 0;
  const added = keep.map(({ reason, name, atMs }, i): Version => {
    return { notebookId, number: last + 1 + i, reason, name, atMs };
  });
  const gone = thinned([...before, ...added], nowMs).map(({ number }) => number);
  return [
    ...added.map((version) => () => versions.put(version)),
    ...keep.map(({ notebook }, i) => () => {
      const bytes = JSON.stringify(notebook).length;
      return states.put({ notebookId, number: last + 1 + i, notebook, bytes });
    }),
    ...gone.flatMap((number) => [
      () => versions.delete([notebookId, number]),
      () => states.delete([notebookId, number]),
    ]),
  ];
}

async function pruneHistory(database: Database): Promise<void> {
  const transaction = database.transaction(HISTORY, 'readwrite');
  const versions = await transaction.objectStore('versions').getAll();
  const gone = prunable(versions);
  await allOrNothing(
    transaction,
    gone.flatMap(({ notebookId, number }) => [
      () => transaction.objectStore('versions').delete([notebookId, number]),
      () => transaction.objectStore('states').delete([notebookId, number]),
    ]),
  );
}
