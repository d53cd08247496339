import type { IDBPTransaction } from 'idb';
import type { Json } from '../core/json';
import type { Cell, Notebook } from '../core/notebook';
import { allOrNothing, type Write } from './all-or-nothing';
import type { Connection } from './connection';
import { hashOfCell, hashOfNotebook, isCurrent, isRemoved, nextHead } from './head';
import { lastChangedFirst, lastRemovedFirst } from './head';
import { keepWrites } from './idb-history';
import { rangeOf } from './key-ranges';
import type { CellRow, Database, HeadRow, Schema } from './migrations';
import type { NotebookHead, Replacement, SaveRequest, SaveResult } from './port';
import type { Store, StoredNotebook } from './port';

/** Everything that is one notebook's. */
export const DOCUMENT = ['notebooks', 'cells', 'versions', 'states', 'bin'] as const;
type Writing = IDBPTransaction<Schema, (typeof DOCUMENT)[number][], 'readwrite'>;

/** The part of the store that keeps notebooks: a head and a row for each cell. */
export function createNotebooks(
  { use, write }: Connection,
  now: () => number,
): Pick<
  Store,
  | 'listNotebooks'
  | 'openNotebook'
  | 'saveNotebook'
  | 'replaceNotebook'
  | 'removeNotebook'
  | 'listRemoved'
  | 'bringBack'
  | 'eraseNotebook'
> {
  const heads = async (database: Database) => (await database.getAll('notebooks')).map(toHead);
  return {
    listNotebooks: () =>
      use(async (database) =>
        (await heads(database)).filter((head) => !isRemoved(head)).sort(lastChangedFirst),
      ),
    openNotebook: (id) => use((database) => readNotebook(database, id)),
    saveNotebook: (request) => write((database) => writeNotebook(database, request, now())),
    replaceNotebook: (request) => write((database) => replaceNotebook(database, request, now())),
    removeNotebook: (id) => write((database) => setRemoved(database, id, now())),
    listRemoved: () =>
      use(async (database) => (await heads(database)).filter(isRemoved).sort(lastRemovedFirst)),
    bringBack: (id) => write((database) => setRemoved(database, id, null)),
    eraseNotebook: (id) => write((database) => eraseNotebook(database, id)),
  };
}

function toHead({ frame: _frame, cellIds: _cellIds, ...head }: HeadRow): NotebookHead {
  return head;
}

async function readNotebook(database: Database, id: string): Promise<StoredNotebook | null> {
  const transaction = database.transaction(['notebooks', 'cells']);
  const row = await transaction.objectStore('notebooks').get(id);
  if (!row || isRemoved(row)) return null;
  const rows = await transaction.objectStore('cells').getAll(rangeOf(id));
  const found = new Map(rows.map((cellRow) => [cellRow.cell.id, cellRow]));
  const damaged: string[] = [];
  const cells = row.cellIds.map((cellId) => {
    const cellRow = found.get(cellId);
    if (cellRow && isWhole(cellRow)) return cellRow.cell;
    damaged.push(cellId);
    return quarantined(cellId, cellRow);
  });
  const notebook: Notebook = { ...row.frame, cells };
  const isIntact = damaged.length === 0 && hashOfNotebook(notebook) === row.hash;
  return { head: toHead(row), notebook, isIntact, damaged };
}

function isWhole({ cell, hash }: CellRow): boolean {
  try {
    return hashOfCell(cell) === hash;
  } catch {
    return false;
  }
}

/** In the place of a cell that cannot be read whole: of no known kind, so it is shown locked. */
function quarantined(id: string, row: CellRow | undefined): Cell {
  const text = (row ? JSON.stringify(row.cell) : null) ?? '';
  const params = { text } satisfies Record<string, Json>;
  return { id, kind: 'damaged', version: 1, params, inputs: {} };
}

async function writeNotebook(
  database: Database,
  request: SaveRequest,
  nowMs: number,
): Promise<SaveResult> {
  const transaction = database.transaction(DOCUMENT, 'readwrite', {
    // Resolves when the disk has it, not merely the system's cache: a power cut loses nothing.
    durability: 'strict',
  });
  const stored = await transaction.objectStore('notebooks').get(request.id);
  if (!isCurrent(request, stored)) {
    await transaction.done;
    return { status: 'conflict', head: stored && !isRemoved(stored) ? toHead(stored) : null };
  }
  const head = nextHead(request, stored && toHead(stored), nowMs);
  const writes = [
    ...(await binWrites(transaction, { request, stored, nowMs })),
    ...documentWrites(transaction, request.notebook, head),
    ...(await keepWrites(transaction, request, nowMs)),
  ];
  await allOrNothing(transaction, writes);
  return { status: 'saved', head };
}

async function replaceNotebook(
  database: Database,
  request: Replacement,
  nowMs: number,
): Promise<SaveResult> {
  const { id, versions, bin } = request;
  const transaction = database.transaction(DOCUMENT, 'readwrite', { durability: 'strict' });
  const stored = await transaction.objectStore('notebooks').get(id);
  if (!isCurrent(request, stored)) {
    await transaction.done;
    return { status: 'conflict', head: stored && !isRemoved(stored) ? toHead(stored) : null };
  }
  const head = nextHead(request, stored && toHead(stored), nowMs);
  const kept = transaction.objectStore('versions');
  const states = transaction.objectStore('states');
  const binned = transaction.objectStore('bin');
  await allOrNothing(transaction, [
    ...documentWrites(transaction, request.notebook, head),
    () => kept.delete(rangeOf(id)),
    () => states.delete(rangeOf(id)),
    () => binned.delete(rangeOf(id)),
    ...versions.map(
      ({ version }) =>
        () =>
          kept.put({ ...version, notebookId: id }),
    ),
    ...versions.map(({ version: { number }, notebook }) => () => {
      const bytes = JSON.stringify(notebook).length;
      return states.put({ notebookId: id, number, notebook, bytes });
    }),
    ...bin.map((cell) => () => binned.put({ ...cell, notebookId: id })),
  ]);
  return { status: 'saved', head };
}

/** The writes that make a notebook what is stored under its head. */
export function documentWrites(
  transaction: Writing,
  notebook: Notebook,
  head: NotebookHead,
): Write[] {
  const { id: notebookId, revision } = head;
  const { cells, ...frame } = notebook;
  const row: HeadRow = { ...head, frame, cellIds: cells.map((cell) => cell.id) };
  const store = transaction.objectStore('cells');
  return [
    () => transaction.objectStore('notebooks').put(row),
    () => store.delete(rangeOf(notebookId)),
    ...cells.map((cell) => () => store.put({ notebookId, revision, cell, hash: hashOfCell(cell) })),
  ];
}

/** Cells that the save takes out go to the bin, whatever took them out. */
async function binWrites(
  transaction: Writing,
  {
    request,
    stored,
    nowMs,
  }: {
    readonly request: SaveRequest;
    readonly stored: HeadRow | undefined;
    readonly nowMs: number;
  },
): Promise<Write[]> {
  if (!stored) return [];
  const staying = new Set(request.notebook.cells.map(({ id }) => id));
  const writes: Write[] = [];
  for (const [position, cellId] of stored.cellIds.entries()) {
    if (staying.has(cellId)) continue;
    const row = await transaction.objectStore('cells').get([request.id, cellId]);
    if (!row) continue;
    const binned = { notebookId: request.id, cell: row.cell, position, deletedMs: nowMs };
    writes.push(() => transaction.objectStore('bin').put(binned));
  }
  return writes;
}

async function setRemoved(database: Database, id: string, atMs: number | null): Promise<void> {
  const transaction = database.transaction('notebooks', 'readwrite');
  const row = await transaction.store.get(id);
  if (row) {
    const { removedMs: _before, ...kept } = row;
    await transaction.store.put(atMs === null ? kept : { ...kept, removedMs: atMs });
  }
  await transaction.done;
}

async function eraseNotebook(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(DOCUMENT, 'readwrite');
  await allOrNothing(transaction, [
    () => transaction.objectStore('notebooks').delete(id),
    () => transaction.objectStore('cells').delete(rangeOf(id)),
    () => transaction.objectStore('versions').delete(rangeOf(id)),
    () => transaction.objectStore('states').delete(rangeOf(id)),
    () => transaction.objectStore('bin').delete(rangeOf(id)),
  ]);
}
