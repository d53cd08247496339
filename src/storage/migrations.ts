import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Cell, Notebook } from '../core/notebook';
import type { Dataset, NotebookHead, StoredResult, Version } from './port';

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
}

export interface VersionRow extends Version {
  readonly notebook: Notebook;
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
  history: { key: [string, number]; value: VersionRow };
  results: { key: string; value: StoredResult };
  resultUses: { key: string; value: UseRow };
  datasets: { key: string; value: DatasetRow };
}

export type StoreName = StoreNames<Schema>;
export type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;
type Migration = (database: Database, transaction: Upgrade) => void | Promise<void>;

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
];

export const SCHEMA_VERSION = migrations.length;

/** Brings a database from any former version to the present one. */
export async function migrate(
  database: Database,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  for (const step of migrations.slice(oldVersion)) await step(database, transaction);
}

/**
 * The database of a site at a path: named so for ever, since people's work is under it. A page
 * name at the end does not count: `/demo/index.html` is the site `/demo/`.
 */
export function databaseNameFor(path: string): string {
  return `fenqun:${path.slice(0, path.lastIndexOf('/') + 1)}`;
}
