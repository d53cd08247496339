import { createDocuments, type Documents } from './documents';
import { loadDocumentWorker } from './load-parts';
import { startWorker } from './start-worker';

/** Reads and packs documents of the page; resolves once what that needs is in memory. */
export async function startDocuments(): Promise<Documents> {
  const source = await loadDocumentWorker();
  const options = { mustBeCovered: import.meta.env.PROD };
  return createDocuments(async () => startWorker(source, 'fenqun-document', options));
}
