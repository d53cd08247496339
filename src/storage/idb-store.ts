import { openDB, type IDBPTransaction } from 'idb';
import { Problem } from '../core/problem';
import { databaseNameFor, migrate, SCHEMA_VERSION } from './migrations';
import type { Database, HeadRow, Schema } from './migrations';
import { createDatasets } from './idb-datasets';
import { createResults } from './idb-results';
import { allOrNothing, type Write } from './all-or-nothing';
import { hashOfNotebook, isCurrent, lastChangedFirst, nextHead } from './head';
import { DEFAULT_RESULT_BUDGET_BYTES, type NotebookHead, type SaveRequest } from './port';
import type { SaveResult, Store, StoredNotebook, StoreOptions } from './port';
import type { Notebook } from '../core/notebook';

/** Opens the store of the site at this path, e.g. `/demo/`; brings an old database up to date. */
export async function openIdbStore(sitePath: string, options: StoreOptions = {}): Promise<Store> {
  const database = await guarded(() => openDatabase(databaseNameFor(sitePath)));
  const now = options.now ?? Date.now;
  const budgetBytes = options.resultBudgetBytes ?? DEFAULT_RESULT_BUDGET_BYTES;
  const store: Store = {
    listNotebooks: async () =>
      (await database.getAll('notebooks')).map(toHead).sort(lastChangedFirst),
    openNotebook: (id) => readNotebook(database, id),
    saveNotebook: (request) => writeNotebook(database, request, now()),
    removeNotebook: (id) => eraseNotebook(database, id),
    listVersions: async (id) =>
      (await database.getAll('history', rangeOf(id)))
        .map(({ notebook: _state, ...version }) => version)
        .reverse(),
    openVersion: async (id, revision) =>
      (await database.get('history', [id, revision]))?.notebook ?? null,
    ...createResults(database, { now, budgetBytes }),
    ...createDatasets(database, now),
    close: () => database.close(),
  };
  return guardedStore(store);
}

async function openDatabase(name: string): Promise<Database> {
  const database = await openDB<Schema>(name, SCHEMA_VERSION, {
    upgrade: (...[opened, oldVersion, , transaction]) => migrate(opened, oldVersion, transaction),
    // A newer Fenqun in another tab wants to upgrade: let it, our next save fails loudly.
    blocking: () => database.close(),
  });
  return database;
}

/** Every key of a notebook's cells or versions: arrays compare member by member. */
function rangeOf(notebookId: string): IDBKeyRange {
  return IDBKeyRange.bound([notebookId], [notebookId, []]);
}

function toHead({ frame: _frame, cellIds: _cellIds, ...head }: HeadRow): NotebookHead {
  return head;
}

async function readNotebook(database: Database, id: string): Promise<StoredNotebook | null> {
  const transaction = database.transaction(['notebooks', 'cells']);
  const row = await transaction.objectStore('notebooks').get(id);
  if (!row) return null;
  const rows = await transaction.objectStore('cells').getAll(rangeOf(id));
  const cells = new Map(rows.map(({ cell }) => [cell.id, cell]));
  const inOrder = row.cellIds.flatMap((cellId) => cells.get(cellId) ?? []);
  const notebook: Notebook = { ...row.frame, cells: inOrder };
  return { head: toHead(row), notebook, isIntact: hashOfNotebook(notebook) === row.hash };
}

type Writing = IDBPTransaction<Schema, ('notebooks' | 'cells' | 'history')[], 'readwrite'>;

async function writeNotebook(
  database: Database,
  request: SaveRequest,
  nowMs: number,
): Promise<SaveResult> {
  const transaction = database.transaction(['notebooks', 'cells', 'history'], 'readwrite', {
    // Resolves when the disk has it, not merely the system's cache: a power cut loses nothing.
    durability: 'strict',
  });
  const stored = await transaction.objectStore('notebooks').get(request.id);
  if (!isCurrent(request, stored)) {
    await transaction.done;
    return { status: 'conflict', head: stored ? toHead(stored) : null };
  }
  const head = nextHead(request, stored && toHead(stored), nowMs);
  await allOrNothing(transaction, writesOf(transaction, request, head));
  return { status: 'saved', head };
}

function writesOf(
  transaction: Writing,
  { notebook, keepAs }: SaveRequest,
  head: NotebookHead,
): Write[] {
  const { id: notebookId, revision } = head;
  const { cells, ...frame } = notebook;
  const row: HeadRow = { ...head, frame, cellIds: cells.map((cell) => cell.id) };
  const cellStore = transaction.objectStore('cells');
  const writes: Write[] = [
    () => transaction.objectStore('notebooks').put(row),
    () => cellStore.delete(rangeOf(notebookId)),
    ...cells.map((cell) => () => cellStore.put({ notebookId, revision, cell })),
  ];
  if (keepAs === undefined) return writes;
  const version = { notebookId, revision, name: keepAs, atMs: head.updatedMs, notebook };
  return [...writes, () => transaction.objectStore('history').put(version)];
}

async function eraseNotebook(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(['notebooks', 'cells', 'history'], 'readwrite');
  await allOrNothing(transaction, [
    () => transaction.objectStore('notebooks').delete(id),
    () => transaction.objectStore('cells').delete(rangeOf(id)),
    () => transaction.objectStore('history').delete(rangeOf(id)),
  ]);
}

/** Turns what the browser throws into problems that have words. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : '';
    if (name === 'QuotaExceededError') throw new Problem('storage-full', {});
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem('storage-failed', { reason: message || name });
  }
}

function guardedStore(store: Store): Store {
  return {
    listNotebooks: () => guarded(() => store.listNotebooks()),
    openNotebook: (id) => guarded(() => store.openNotebook(id)),
    saveNotebook: (request) => guarded(() => store.saveNotebook(request)),
    removeNotebook: (id) => guarded(() => store.removeNotebook(id)),
    listVersions: (id) => guarded(() => store.listVersions(id)),
    openVersion: (id, revision) => guarded(() => store.openVersion(id, revision)),
    saveResult: (result) => guarded(() => store.saveResult(result)),
    readResults: (fingerprints) => guarded(() => store.readResults(fingerprints)),
    saveDataset: (dataset, file) => guarded(() => store.saveDataset(dataset, file)),
    readDataset: (sha256) => guarded(() => store.readDataset(sha256)),
    listDatasets: () => guarded(() => store.listDatasets()),
    removeDataset: (sha256) => guarded(() => store.removeDataset(sha256)),
    close: () => store.close(),
  };
}
