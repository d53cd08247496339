import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Cell, Notebook } from '../core/notebook';
import { hashOfCell } from './head';
import type { BinnedCell, Dataset, NotebookHead, StoredResult, Version } from './port';

/** The head with all of the notebook but its cells, which have rows of their own. */
export interface HeadRow extends NotebookHead {
  readonly frame: Omit<Notebook, 'cells'>;
  /** In document order. */
  readonly cellIds: readonly string[];
}

export interface CellRow {
  readonly notebookId: string;
  /** The save that wrote the row; never later than the head's. */
  readonly revision: number;
  readonly cell: Cell;
  /** SHA-256 of the cell: a damaged one is known by it. */
  readonly hash: string;
}

/** Apart from its version, so that listing the history reads no documents. */
export interface StateRow {
  readonly notebookId: string;
  readonly number: number;
  readonly notebook: Notebook;
  /** About. */
  readonly bytes: number;
}

/** Apart from the display, so that noting a use does not write the display again. */
export interface UseRow {
  readonly fingerprint: string;
  readonly bytes: number;
  readonly lastUsedMs: number;
}

export interface DatasetRow extends Dataset {
  readonly file: Blob;
}

export interface Schema extends DBSchema {
  notebooks: { key: string; value: HeadRow };
  cells: { key: [string, string]; value: CellRow };
  versions: { key: [string, number]; value: Version };
  states: { key: [string, number]; value: StateRow };
  bin: { key: [string, number, string]; value: BinnedCell };
  results: { key: string; value: StoredResult };
  resultUses: { key: string; value: UseRow };
  datasets: { key: string; value: DatasetRow };
}

export type StoreName = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;
/** A migration knows the stores as they were then, whatever they are now. */
type AnyDatabase = IDBPDatabase;
type AnyUpgrade = IDBPTransaction<unknown, string[], 'versionchange'>;
type Migration = (database: AnyDatabase, transaction: AnyUpgrade) => void | Promise<void>;

/**
 * One function a database version, in order. Never edit one that was released: people's
 * databases are at every version there ever was. A migration awaits nothing but the
 * transaction it is given.
 */
const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore('notebooks', { keyPath: 'id' });
    // The whole key in the path: all cells of a notebook are one key range.
    database.createObjectStore('cells', { keyPath: ['notebookId', 'cell.id'] });
    database.createObjectStore('history', { keyPath: ['notebookId', 'revision'] });
    database.createObjectStore('results', { keyPath: 'fingerprint' });
    database.createObjectStore('resultUses', { keyPath: 'fingerprint' });
    database.createObjectStore('datasets', { keyPath: 'sha256' });
  },
  // Versions are numbered, apart from their documents; cells are hashed; deleted cells have a bin.
  async (database, transaction) => {
    const versions = database.createObjectStore('versions', { keyPath: ['notebookId', 'number'] });
    const states = database.createObjectStore('states', { keyPath: ['notebookId', 'number'] });
    database.createObjectStore('bin', { keyPath: ['notebookId', 'deletedMs', 'cell.id'] });
    const history = transaction.objectStore('history');
    for (let at = await history.openCursor(); at; at = await at.continue()) {
      const { notebookId, revision: number, name, atMs, notebook } = at.value as HistoryRow1;
      const bytes = JSON.stringify(notebook).length;
      await versions.put({ notebookId, number, name, atMs, reason: 'named' });
      await states.put({ notebookId, number, notebook, bytes });
    }
    const cells = transaction.objectStore('cells');
    for (let at = await cells.openCursor(); at; at = await at.continue()) {
      const row = at.value as Omit<CellRow, 'hash'>;
      await at.update({ ...row, hash: hashOfCell(row.cell) });
    }
    database.deleteObjectStore('history');
  },
];

/** A row of the history of version 1. */
interface HistoryRow1 {
  readonly notebookId: string;
  readonly revision: number;
  readonly name: string;
  readonly atMs: number;
  readonly notebook: Notebook;
}

export const SCHEMA_VERSION = migrations.length;

/** Brings a database from any former version to the present one. */
export async function migrate(
  database: Database,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  const old = database as unknown as AnyDatabase;
  const upgrade = transaction as unknown as AnyUpgrade;
  for (const step of migrations.slice(oldVersion)) await step(old, upgrade);
}

/**
 * The database of a site at a path: named so for ever, since people's work is under it. A page
 * name at the end does not count: `/demo/index.html` is the site `/demo/`.
 */
export function databaseNameFor(path: string): string {
  return `fenqun:${path.slice(0, path.lastIndexOf('/') + 1)}`;
}

/** The folder that a site's names carry: two sites of one origin never meet. */
export function scopeOf(sitePath: string): string {
  return databaseNameFor(sitePath).slice('fenqun:'.length);
}
