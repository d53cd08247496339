import type { Page } from '@playwright/test';

/** What the database holds of a notebook, read past all of our code. */
export interface Rows {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly cells: number;
  /** Its title and all that its cells hold. */
  readonly text: string;
  /** Its rows are not of one state. */
  readonly isTorn: boolean;
  /** A file that it counts was read, and is not there. */
  readonly lacksFile: boolean;
}

/** What the database holds of the open notebook. */
export async function readRows(page: Page): Promise<Rows | null> {
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  return (await readAllRows(page)).find((rows) => rows.id === id) ?? null;
}

/** What the database holds of every notebook. */
export function readAllRows(page: Page): Promise<Rows[]> {
  return page.evaluate(async () => {
    interface Head {
      readonly id: string;
      readonly title: string;
      readonly revision: number;
      readonly cellIds: readonly string[];
      readonly frame: { readonly title: string; readonly sources: readonly { sha256?: string }[] };
    }
    interface Row {
      readonly notebookId: string;
      readonly revision: number;
      readonly cell: { readonly id: string };
    }
    const answer = <T>(request: IDBRequest) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result as T);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const database = await answer<IDBDatabase>(indexedDB.open(`fenqun:${location.pathname}`));
    const transaction = database.transaction(['notebooks', 'cells', 'datasets']);
    const heads = await answer<Head[]>(transaction.objectStore('notebooks').getAll());
    const all = await answer<Row[]>(transaction.objectStore('cells').getAll());
    const files = await answer<IDBValidKey[]>(transaction.objectStore('datasets').getAllKeys());
    database.close();
    return heads.map(({ id, title, revision, cellIds, frame }) => {
      const cells = all.filter(({ notebookId }) => notebookId === id);
      const isForeign = (row: Row) => row.revision > revision || !cellIds.includes(row.cell.id);
      const isTorn =
        title !== frame.title || cells.length !== cellIds.length || cells.some(isForeign);
      const lacksFile = frame.sources.some(({ sha256 }) => sha256 && !files.includes(sha256));
      const text = JSON.stringify([title, ...cells.map(({ cell }) => cell)]);
      return { id, title, revision, cells: cells.length, text, isTorn, lacksFile };
    });
  });
}
