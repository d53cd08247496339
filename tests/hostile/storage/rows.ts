import type { Page } from '@playwright/test';

/** What the database holds of the open notebook, read past all of our code. */
export interface Rows {
  readonly title: string;
  readonly revision: number;
  readonly isTorn: boolean;
}

export function readRows(page: Page): Promise<Rows | null> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const id = location.hash.split('/').at(-1)!;
    const database = await answer(indexedDB.open(`fenqun:${location.pathname}`));
    const transaction = database.transaction(['notebooks', 'cells']);
    const head = (await answer(transaction.objectStore('notebooks').get(id))) as
      { title: string; revision: number; cellIds: string[]; frame: { title: string } } | undefined;
    const all = (await answer(transaction.objectStore('cells').getAll())) as {
      notebookId: string;
      revision: number;
      cell: { id: string };
    }[];
    database.close();
    if (!head) return null;
    const cells = all.filter(({ notebookId }) => notebookId === id);
    const isTorn =
      head.title !== head.frame.title ||
      cells.length !== head.cellIds.length ||
      cells.some(
        ({ revision, cell }) => revision > head.revision || !head.cellIds.includes(cell.id),
      );
    return { title: head.title, revision: head.revision, isTorn };
  });
}
